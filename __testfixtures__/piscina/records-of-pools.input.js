const Piscina = require('piscina');

const ovens = { bread: new Piscina({ filename: './bread.js' }), cake: new Piscina({ filename: './cake.js' }) };
const spares = {};

exports.bake = (kind, dough) => ovens[kind].run(dough);
exports.bread = (dough) => ovens['bread'].run(dough);
exports.spare = (kind, dough) => {
  spares[kind] ??= new Piscina({ filename: `./${kind}.js` });
  return spares[kind].run(dough);
};
