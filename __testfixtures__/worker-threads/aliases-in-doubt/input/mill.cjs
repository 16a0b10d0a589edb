// What is exported by another name, and goes by a third one here, is given what has waited.
const { begin: go } = require('./grinder.cjs');

const sacks = [];
exports.add = (sack) => sacks.push(sack);
exports.next = () => go(sacks.shift());
