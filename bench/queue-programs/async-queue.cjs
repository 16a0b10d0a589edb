const async = require('async');
const { work } = require('./work.cjs');

const queue = async.queue((request, callback) => {
  work(request).then((answer) => callback(null, answer), callback);
}, 1);

exports.handle = (request) =>
  new Promise((resolve, reject) => {
    queue.push(request, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
