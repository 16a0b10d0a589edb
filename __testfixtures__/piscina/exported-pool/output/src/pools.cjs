const { TracedThreadPoolExecutor } = require('traced-pool');

exports.cranes = new TracedThreadPoolExecutor({ filename: require.resolve('./crane.cjs') });
exports.pilots = new TracedThreadPoolExecutor({ filename: require.resolve('./crane.cjs'), name: 'pilot' });
