const throat = require('throat');
const { work } = require('./work.cjs');

exports.handle = throat(1, (request) => work(request));
