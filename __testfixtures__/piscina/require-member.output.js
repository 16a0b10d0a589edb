const { TracedThreadPoolExecutor } = require('traced-pool'), fs = require('fs');

var pool = new TracedThreadPoolExecutor({ filename: __dirname + '/forge.js' });

exports.forge = function (file) {
  return pool.submit(fs.readFileSync(file, 'utf8'));
};
