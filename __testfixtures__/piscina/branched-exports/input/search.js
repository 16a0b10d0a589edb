const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  const Piscina = require('piscina');
  module.exports = { makePool: () => new Piscina({ filename: __filename }) };
} else {
  module.exports = async (text) => `searched ${text}`;
}
