const { cores } = require('./workers');
const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');

const builders = new TracedThreadPoolExecutor(require.resolve('./build-page'), { numWorkers: cores });

exports.build = (pages) => Promise.all(pages.map((page) => builders.buildPage(page)));
