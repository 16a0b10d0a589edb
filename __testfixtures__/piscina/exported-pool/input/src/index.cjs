module.exports = require('./pools.cjs');
