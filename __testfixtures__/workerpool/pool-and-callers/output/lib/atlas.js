const { pool } = require('./pool');
const maps = require('./pool');

exports.project = (map) => pool.submit('project', [map]);
exports.projectAll = (all) => Promise.all(all.map((map) => maps.pool.submit('project', [map])));
