const { handler } = require('./span.cjs');

module.exports = { saw: handler('saw'), default: handler('not the default') };
