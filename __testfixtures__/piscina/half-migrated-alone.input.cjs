const { Piscina } = require('piscina');
const { TracedThreadPoolExecutor } = require('traced-pool');

exports.brewery = new TracedThreadPoolExecutor({ filename: '/srv/brew.js' });
exports.bakery = new Piscina({ filename: '/srv/bake.js' });
