const { TracedThreadPoolExecutor } = require('traced-pool');

module.exports = new TracedThreadPoolExecutor({ filename: './vat.js' });
