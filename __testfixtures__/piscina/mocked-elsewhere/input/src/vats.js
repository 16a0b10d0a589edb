const Piscina = require('piscina');

module.exports = new Piscina({ filename: './vat.js' });
