const { Worker } = require('jest-worker');

const printers = new Worker(require.resolve('./page'));

exports.print = (page) => printers.print(page);
