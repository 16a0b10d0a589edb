// @ts-check
const { Piscina } = require('piscina');

/** @type {Piscina | undefined} */
let kiln;

/** @param {string} pot */
exports.fire = (pot) => {
  kiln ??= new Piscina({ filename: './kiln.js' });
  return kiln.run(pot);
};
