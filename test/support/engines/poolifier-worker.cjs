const { isMainThread } = require('node:worker_threads');
const { ClusterWorker, ThreadWorker } = require('poolifier');

module.exports = new (isMainThread ? ClusterWorker : ThreadWorker)(require('./handlers.cjs'));
