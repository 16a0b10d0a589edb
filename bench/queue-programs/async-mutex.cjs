const { Mutex } = require('async-mutex');
const { work } = require('./work.cjs');

const mutex = new Mutex();

exports.handle = (request) => mutex.runExclusive(() => work(request));
