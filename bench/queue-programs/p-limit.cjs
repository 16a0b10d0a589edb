const pLimit = require('p-limit');
const { work } = require('./work.cjs');

const limit = pLimit(1);

exports.handle = (request) => limit(work, request);
