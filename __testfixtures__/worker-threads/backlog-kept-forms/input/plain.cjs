const path = require('node:path');
const { Worker } = require('node:worker_threads');

// A variable that is emptied, a property that nothing declares, and one of two backlogs.
const worker = new Worker(path.join(__dirname, 'varnish.mjs'));
const urgent = [];
const others = [];
let job = null;

worker.on('message', (varnished) => {
  worker.task.resolve(varnished);
  delete worker.task;
  job = null;
  poll();
});

function poll() {
  if (job || (urgent.length === 0 && others.length === 0)) return;
  job = urgent.length > 0 ? urgent.shift() : others.shift();
  worker.task = job;
  worker.postMessage(job.frame);
}

exports.varnish = (frame, isUrgent) =>
  new Promise((resolve) => {
    if (isUrgent) urgent.push({ frame, resolve });
    else others.push({ frame, resolve });
    poll();
  });
