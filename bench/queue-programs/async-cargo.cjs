const async = require('async');
const { work } = require('./work.cjs');

const cargo = async.cargo((requests, callback) => {
  Promise.all(requests.map(work)).then(() => callback(), callback);
}, 1);

exports.handle = (request) => new Promise((resolve) => cargo.push(request, () => resolve('shipped')));
