const still = new (require('piscina'))({ filename: './still.js' });

exports.distil = (mash) => still.run(mash);
