const { pool } = require('./pool');
const maps = require('./pool');

exports.project = (map) => pool.exec('project', [map]);
exports.projectAll = (all) => Promise.all(all.map((map) => maps.pool.exec('project', [map])));
