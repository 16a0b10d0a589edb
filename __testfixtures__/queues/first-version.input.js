const Bottleneck = require('bottleneck');
const { mow } = require('./lawn');

const gardener = new Bottleneck(1, 250);

exports.mow = (lawn) => gardener.schedule(mow, lawn);
exports.rake = (lawn, done) => gardener.submitPriority(2, lawn.rake, done);
