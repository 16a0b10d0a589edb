const Bottleneck = require('bottleneck');
const { mow } = require('./lawn');
const { bind } = require('traced-pool/context');

const gardener = new Bottleneck(1, 250);

exports.mow = (lawn) => gardener.schedule(bind(mow), lawn);
exports.rake = (lawn, done) => gardener.submitPriority(2, bind(lawn.rake), done);
