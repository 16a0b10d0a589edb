const fs = require('fs'), path = require('path');
const { TracedThreadPoolExecutor } = require('traced-pool');

const brewery = new TracedThreadPoolExecutor({ filename: path.join(__dirname, 'brew.js') });
const bakery = new TracedThreadPoolExecutor({ filename: path.join(__dirname, 'bake.js') });

function openLate() {
  const { TracedThreadPoolExecutor } = require('traced-pool'); // not before it is needed
  return new TracedThreadPoolExecutor({ filename: path.join(__dirname, 'bake.js') });
}

function openWithRest() {
  const { Piscina, ...others } = require('piscina');
  const { TracedThreadPoolExecutor } = require('traced-pool');
  return [new TracedThreadPoolExecutor({ filename: path.join(__dirname, 'bake.js') }), others];
}

module.exports = { brewery, bakery, openLate, openWithRest, fs };
