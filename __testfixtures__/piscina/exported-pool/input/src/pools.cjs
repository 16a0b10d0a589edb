const Piscina = require('piscina');

exports.cranes = new Piscina({ filename: require.resolve('./crane.cjs') });
exports.pilots = new Piscina({ filename: require.resolve('./crane.cjs'), name: 'pilot' });
