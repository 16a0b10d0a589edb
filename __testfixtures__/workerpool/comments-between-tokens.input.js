const workerpool = require('workerpool');

const looms = workerpool
  // one for each of us
  .pool('./weave.js' /* beside this file */);
const dyes = workerpool /* the library */.pool /* of vats */ ('./dye.js');

exports.weave = (yarn) => looms /* all of them */.exec(/* by name */ 'weave', [yarn]);
exports.dye = (cloth) => dyes.exec('dye', [cloth]);
