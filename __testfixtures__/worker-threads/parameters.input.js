const { threadId } = require('node:worker_threads');

exports.send = (worker, task) => worker.postMessage({ task, threadId });
exports.reply = (port, task) => port.postMessage(task);
