const { TracedThreadPoolExecutor } = require('traced-pool');

const ovens = { bread: new TracedThreadPoolExecutor({ filename: './bread.js' }), cake: new TracedThreadPoolExecutor({ filename: './cake.js' }) };
const spares = {};

exports.bake = (kind, dough) => ovens[kind].submit(dough);
exports.bread = (dough) => ovens['bread'].submit(dough);
exports.spare = (kind, dough) => {
  spares[kind] ??= new TracedThreadPoolExecutor({ filename: `./${kind}.js` });
  return spares[kind].submit(dough);
};
