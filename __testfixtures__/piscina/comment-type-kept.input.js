const Piscina = require('piscina');

/** @type {Piscina} */
let plough;

/** @param {Piscina} other */
exports.furrow = (other) => {
  plough = new Piscina({ filename: './plough.js' });
  return plough.run(other.threads.length);
};
