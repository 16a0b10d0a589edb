const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

const pool = new TracedThreadPoolExecutor(require.resolve('./project'), { maxQueueSize: 100 });

module.exports = { pool, terminate: () => pool.terminate() };
