module.exports = require('./handlers.cjs');
