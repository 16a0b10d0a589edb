const Pool = require('piscina').Piscina, fs = require('fs');

var pool = new Pool({ filename: __dirname + '/forge.js' });

exports.forge = function (file) {
  return pool.run(fs.readFileSync(file, 'utf8'));
};
