const { TracedThreadPoolExecutor } = require('traced-pool');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  module.exports = new TracedThreadPoolExecutor({ filename: __filename });
} else {
  module.exports = async (text) => `found ${text}`;
}
