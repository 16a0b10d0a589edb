const priorityQueue = require('async/priorityQueue');
const { work } = require('./work.cjs');

const queue = priorityQueue((request, callback) => {
  work(request).then((answer) => callback(null, answer), callback);
}, 1);

exports.handle = (request) =>
  new Promise((resolve) => queue.push(request, request, (error, answer) => resolve(answer)));
