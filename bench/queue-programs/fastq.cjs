const fastq = require('fastq');
const { work } = require('./work.cjs');

const queue = fastq((request, done) => {
  work(request).then((answer) => done(null, answer), done);
}, 1);

exports.handle = (request) =>
  new Promise((resolve, reject) => {
    queue.push(request, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
