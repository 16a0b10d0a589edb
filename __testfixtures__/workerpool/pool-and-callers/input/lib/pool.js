const workerpool = require('workerpool');

const pool = workerpool.pool(require.resolve('./project'), { maxQueueSize: 100 });

module.exports = { pool, terminate: () => pool.terminate() };
