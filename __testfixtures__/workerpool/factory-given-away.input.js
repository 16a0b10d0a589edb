const workerpool = require('workerpool');
const { withMetrics } = require('./metrics');

const createPool = withMetrics(workerpool.pool);
const pool = createPool('./count.js');

exports.count = (votes) => pool.exec('count', [votes]);
