const Piscina = require('piscina');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  module.exports = new Piscina({ filename: __filename });
} else {
  module.exports = async (text) => `found ${text}`;
}
