const Bottleneck = require('bottleneck');
const { work } = require('./work.cjs');

const limiter = new Bottleneck({ maxConcurrent: 1 });

function job(request, callback) {
  work(request).then((answer) => callback(null, answer), callback);
}

exports.handle = (request) =>
  new Promise((resolve) => limiter.submit(job, request, (error, answer) => resolve(answer)));
