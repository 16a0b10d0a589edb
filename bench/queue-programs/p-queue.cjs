const { default: PQueue } = require('p-queue');
const { work } = require('./work.cjs');

const queue = new PQueue({ concurrency: 1 });

exports.handle = (request) => queue.add(async () => work(request), { priority: 0 });
