const { createPool } = require('generic-pool');
const { work } = require('./work.cjs');

const pool = createPool({ create: async () => ({}), destroy: async () => {} }, { max: 1 });

exports.handle = (request) => pool.use(() => work(request));
