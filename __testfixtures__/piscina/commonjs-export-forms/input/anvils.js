const Piscina = require('piscina');

const anvil = (exports.first = new Piscina({ filename: './anvil.js' }));
exports['second'] = anvil;
Object.assign(module.exports, { third: anvil });
Object.defineProperty(exports, 'fourth', {
  enumerable: true,
  get: function () {
    return anvil;
  },
});
