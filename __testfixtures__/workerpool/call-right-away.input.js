const workerpool = require('workerpool');

module.exports.once = (page) => workerpool.pool('./scan.js').exec('scan', [page]);
module.exports.later = async (page) => (await workerpool.pool('./scan.js')).exec('scan', [page]);
module.exports.inline = () => require('workerpool').pool().exec('ping');
module.exports.described = () => typeof(workerpool.pool)('./scan.js');
