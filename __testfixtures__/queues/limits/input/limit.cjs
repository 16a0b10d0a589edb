const pLimit = require('p-limit');

module.exports = pLimit(2);
