// What is sifted has waited before.
const { sift } = require('./mill');

const sacks = [];
exports.add = (sack) => sacks.push(sack);
exports.next = () => sift(sacks.shift());
