const { inject } = require('traced-pool/context');
let miller;

exports.grind = function grind(corn) {
  if (!miller) miller = require('traced-pool/context').tracedFork(__dirname + '/grind.cjs');
  miller.send(inject(corn));
};
