const mysql = require('mysql2/promise');
const { availableParallelism } = require('poolifier');

const pool = mysql.createPool({ connectionLimit: availableParallelism() });

exports.find = (id) => pool.execute('select * from owls where id = ?', [id]);
