const Piscina = require('piscina');
const { InBand } = require('./in-band');

const Dryer = process.env.IN_BAND ? InBand : Piscina;
const dryer = new Dryer({ filename: './dryer.js' });

exports.dry = (herb) => dryer.run(herb);
