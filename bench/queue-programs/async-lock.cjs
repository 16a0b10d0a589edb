const AsyncLock = require('async-lock');
const { work } = require('./work.cjs');

const lock = new AsyncLock();

exports.handle = (request) => lock.acquire('account', () => work(request));
