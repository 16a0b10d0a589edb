const Queue = require('better-queue');
const { work } = require('./work.cjs');

const queue = new Queue(
  (task, done) => {
    work(task.request).then((answer) => done(null, answer), done);
  },
  { concurrent: 1 },
);

exports.handle = (request) =>
  new Promise((resolve) => queue.push({ request }, (error, answer) => resolve(answer)));
