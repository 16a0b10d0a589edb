const { pRateLimit } = require('p-ratelimit');
const { work } = require('./work.cjs');

const limit = pRateLimit({ concurrency: 1 });

exports.handle = (request) => limit(() => work(request));
