const async = require('async');

async.mapLimit([1, 2], 1, async (n) => n * 2);
async.eachSeries(['a'], (letter, callback) => callback());
async.parallelLimit([(callback) => callback(null, 1)], 2);
async.auto({ one: async () => 1 });
module.exports = (results) => results.push(() => async.series([]));
