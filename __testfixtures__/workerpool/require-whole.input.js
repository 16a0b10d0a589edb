const workerpool = require('workerpool');
const path = require('path');

const pool = workerpool.pool(path.join(__dirname, 'fibonacci-worker.js'), {
  maxWorkers: 4,
  workerType: 'thread',
});

exports.fibonacci = (n) => pool.exec('fibonacci', [n]);
exports.stop = () => pool.terminate();
exports.busy = () => pool.stats().busyWorkers;
