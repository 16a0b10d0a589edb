'use strict';

const path = require('node:path');
const { TracedThreadPoolExecutor } = require('traced-pool');

const loom = new TracedThreadPoolExecutor({ filename: path.join(__dirname, 'loom.js') });

module.exports.weave = function weave(pattern) {
  return loom.submit(pattern).then((cloth) => cloth.length);
};
