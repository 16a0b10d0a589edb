'use strict';

const { Worker } = require('jest-worker');

const spellers = new Worker(require.resolve('./spell'), { maxRetries: 0 });

module.exports = {
  check: (word, language) => spellers.check(word, language),
  close: () => spellers.end(),
};
