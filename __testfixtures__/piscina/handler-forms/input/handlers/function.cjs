const { handler } = require('./span.cjs');

module.exports = handler('function');
module.exports.extra = handler('extra');
