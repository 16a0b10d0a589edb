function start() {
  const { Worker } = require('node:worker_threads');
  return new Worker(__dirname + '/cut.cjs');
}

exports.cut = (shape) => {
  const thread = start();
  thread.postMessage(shape);
  return thread;
};
