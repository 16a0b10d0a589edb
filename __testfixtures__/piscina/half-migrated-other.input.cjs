// Another class of that name, beside a pool that has been migrated before.
const { Piscina } = require('./own-piscina.cjs');
const { TracedThreadPoolExecutor } = require('traced-pool');

exports.brewery = new TracedThreadPoolExecutor({ filename: '/srv/brew.js' });
exports.pond = new Piscina({ filename: '/srv/bake.js' });
exports.fill = (litres) => exports.pond.run(litres);
