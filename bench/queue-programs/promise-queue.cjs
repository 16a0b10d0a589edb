const Queue = require('promise-queue');
const { work } = require('./work.cjs');

const queue = new Queue(1, Infinity);

exports.handle = (request) => queue.add(() => work(request));
