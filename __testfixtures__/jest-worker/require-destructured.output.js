'use strict';

const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');

const spellers = new TracedThreadPoolExecutor(require.resolve('./spell'), { maxRetries: 0 });

module.exports = {
  check: (word, language) => spellers.check(word, language),
  close: () => spellers.end(),
};
