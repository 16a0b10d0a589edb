const async = require('async');
const { work } = require('./work.cjs');

exports.handle = (request) =>
  new Promise((resolve) => {
    const each = (one, callback) => void work(one).then((answer) => callback(null, answer), callback);
    async.mapLimit([request, request], 1, each, (error, answers) => resolve(answers));
  });
