const { JestWorker, cores } = require('./workers');

const builders = new JestWorker(require.resolve('./build-page'), { numWorkers: cores });

exports.build = (pages) => Promise.all(pages.map((page) => builders.buildPage(page)));
