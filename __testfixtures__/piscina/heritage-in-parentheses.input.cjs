class Still extends (require('piscina')) {}

exports.distil = (mash) => new Still({ filename: './still.js' }).run(mash);
