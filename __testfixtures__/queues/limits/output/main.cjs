const os = require('node:os');
const limit = require('./limit.cjs');
const { bind } = require('traced-pool/context');

const own = require('p-limit')(os.availableParallelism());

module.exports = async (items, work) => {
  await Promise.all(items.map((item) => limit(bind(() => work(item)))));
  await Promise.all(items.map((item) => own(bind(work), item)));
  limit.clearQueue();
};
