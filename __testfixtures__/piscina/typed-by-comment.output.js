// @ts-check
const { Piscina } = require('piscina');
const { TracedThreadPoolExecutor } = require('traced-pool');

/** @type {Piscina | undefined} */
let kiln;

/** @param {string} pot */
exports.fire = (pot) => {
  kiln ??= new TracedThreadPoolExecutor({ filename: './kiln.js' });
  return kiln.run(pot);
};
