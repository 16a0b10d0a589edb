const vat = require('./vats');

exports.dye = (colour) => vat.run(colour);
