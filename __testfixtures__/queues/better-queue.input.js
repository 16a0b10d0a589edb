const Queue = require('better-queue');

const roast = new Queue(function (beans, done) {
  // the lid stays open
  done(null, beans.grams);
}, { concurrent: 2 });

const grind = new Queue({
  process(beans, done) {
    done(null, beans);
  },
  maxRetries: 2,
});

const options = { process: (cups, done) => done(null, cups.length), batchSize: 3 };
const pour = new Queue(options);

exports.make = (beans) => roast.push(beans, () => grind.push(beans).on('finish', () => pour.push(beans)));
