const { worker } = require('workerpool');
const { pool } = require('./swimming');

const lane = pool('./crawl.js');

worker({ swim: (meters) => lane.exec('swim', [meters]) });
