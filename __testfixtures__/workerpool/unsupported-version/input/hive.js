const workerpool = require('workerpool');

const hive = workerpool.pool('./bee.js');

exports.gather = (field) => hive.exec('gather', [field]);
