const os = require('node:os');
const limit = require('./limit.cjs');

const own = require('p-limit')(os.availableParallelism());

module.exports = async (items, work) => {
  await Promise.all(items.map((item) => limit(() => work(item))));
  await Promise.all(items.map((item) => own(work, item)));
  limit.clearQueue();
};
