const throat = require('throat');
const { work } = require('./work.cjs');

const limit = throat(1);

exports.handle = (request) => limit(() => work(request));
