class Still extends (require('traced-pool').TracedThreadPoolExecutor) {}

exports.distil = (mash) => new Still({ filename: './still.js' }).submit(mash);
