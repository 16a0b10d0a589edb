const fs = require('fs'), { Piscina } = require('piscina'), path = require('path');
const { TracedThreadPoolExecutor } = require('traced-pool');

const brewery = new TracedThreadPoolExecutor({ filename: path.join(__dirname, 'brew.js') });
const bakery = new Piscina({ filename: path.join(__dirname, 'bake.js') });

function openLate() {
  const { Piscina } = require('piscina'); // not before it is needed
  return new Piscina({ filename: path.join(__dirname, 'bake.js') });
}

function openWithRest() {
  const { Piscina, ...others } = require('piscina');
  return [new Piscina({ filename: path.join(__dirname, 'bake.js') }), others];
}

module.exports = { brewery, bakery, openLate, openWithRest, fs };
