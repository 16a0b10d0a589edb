const Piscina = require('piscina');
const { TracedThreadPoolExecutor } = require('traced-pool');

/** @type {Piscina} */
let plough;

/** @param {Piscina} other */
exports.furrow = (other) => {
  plough = new TracedThreadPoolExecutor({ filename: './plough.js' });
  return plough.run(other.threads.length);
};
