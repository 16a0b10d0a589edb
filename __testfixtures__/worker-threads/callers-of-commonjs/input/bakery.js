// By names of their own, and out again.
const { grind } = require('./mill');
const { grind: order } = require('./mill');
const mill = require('./mill');

function bake(loaf) {
  grind(loaf.corn);
  order(loaf.corn);
  mill.grind(loaf.corn);
}

exports.bake = bake;
