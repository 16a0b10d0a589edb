const { Worker } = require('worker_threads');

const start = (corn) => new Worker(require.resolve('./grind.cjs'), { workerData: corn });
module.exports = { begin: start };
