const Queue = require('better-queue');
const { bindQueue } = require('traced-pool/context');

const roast = bindQueue((bound) => new Queue(bound(function (beans, done) {
  // the lid stays open
  done(null, beans.grams);
}), { concurrent: 2 }));

const grind = bindQueue((bound) => new Queue(bound({
  process(beans, done) {
    done(null, beans);
  },
  maxRetries: 2,
})));

const options = { process: (cups, done) => done(null, cups.length), batchSize: 3 };
const pour = bindQueue((bound) => new Queue(bound(options)));

exports.make = (beans) => roast.push(beans, () => grind.push(beans).on('finish', () => pour.push(beans)));
