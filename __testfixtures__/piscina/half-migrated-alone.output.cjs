const { TracedThreadPoolExecutor } = require('traced-pool');

exports.brewery = new TracedThreadPoolExecutor({ filename: '/srv/brew.js' });
exports.bakery = new TracedThreadPoolExecutor({ filename: '/srv/bake.js' });
