const { bulkhead } = require('cockatiel');
const { work } = require('./work.cjs');

const shield = bulkhead(1, 10);

exports.handle = (request) => shield.execute(() => work(request));
