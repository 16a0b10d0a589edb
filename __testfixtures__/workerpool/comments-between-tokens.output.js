const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

const looms = new TracedThreadPoolExecutor // one for each of us
  ('./weave.js' /* beside this file */);
const dyes = new TracedThreadPoolExecutor /* the library */ /* of vats */ ('./dye.js');

exports.weave = (yarn) => looms /* all of them */.submit(/* by name */ 'weave', [yarn]);
exports.dye = (cloth) => dyes.submit('dye', [cloth]);
