const promiseLimit = require('promise-limit');
const { work } = require('./work.cjs');

const limit = promiseLimit(1);

exports.handle = (request) => limit(() => work(request));
