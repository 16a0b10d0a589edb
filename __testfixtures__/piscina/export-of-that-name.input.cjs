const { isWorkerThread } = require('piscina');

exports.run = (task) => [task, isWorkerThread];
module.exports.größe = { run: (task) => exports.run(task) };
