const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');
const path = require('path');

const pool = new TracedThreadPoolExecutor(path.join(__dirname, 'fibonacci-worker.js'), {
  maxWorkers: 4,
  workerType: 'thread',
});

exports.fibonacci = (n) => pool.submit('fibonacci', [n]);
exports.stop = () => pool.terminate();
exports.busy = () => pool.stats().busyWorkers;
