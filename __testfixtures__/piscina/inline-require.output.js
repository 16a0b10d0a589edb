const still = new (require('traced-pool').TracedThreadPoolExecutor)({ filename: './still.js' });

exports.distil = (mash) => still.submit(mash);
