const { tracedFork } = require('traced-pool/context');
const { join } = require('node:path');

// What others put into the list may be anything.
exports.ringAll = (given) => {
  let moulds = [tracedFork(join(__dirname, 'mould.cjs'))];
  moulds = given.filter(Boolean);
  for (const mould of moulds) mould.send({ id: 0, metal: 'tin' });
};
