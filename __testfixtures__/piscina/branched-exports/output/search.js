const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const { TracedThreadPoolExecutor } = require('traced-pool');
  module.exports = { makePool: () => new TracedThreadPoolExecutor({ filename: __filename }) };
} else {
  module.exports = async (text) => `searched ${text}`;
}
