const queue = require('queue');
const { work } = require('./work.cjs');

const jobs = queue({ concurrency: 1, autostart: true });

exports.handle = (request) =>
  new Promise((resolve) => {
    jobs.push((next) => {
      work(request).then(resolve).finally(next);
    });
  });
