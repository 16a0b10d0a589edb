const { TracedThreadPoolExecutor } = require('traced-pool');

const anvil = (exports.first = new TracedThreadPoolExecutor({ filename: './anvil.js' }));
exports['second'] = anvil;
Object.assign(module.exports, { third: anvil });
Object.defineProperty(exports, 'fourth', {
  enumerable: true,
  get: function () {
    return anvil;
  },
});
