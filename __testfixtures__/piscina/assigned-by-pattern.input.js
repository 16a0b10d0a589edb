const Piscina = require('piscina');
const { borrow } = require('./borrow');

let mill = new Piscina({ filename: './mill.js' });
let press = new Piscina({ filename: './press.js' });
let sieve = new Piscina({ filename: './sieve.js' });
const stones = [new Piscina({ filename: './stone.js' })];

({ mill } = borrow());
[press = mill] = [borrow()];
for (sieve of [{ run: (flour) => flour }]) sieve.run('rye');
stones.splice(0, 1, { run: (grain) => grain });

exports.grind = (grain) => Promise.all([mill.run(grain), press.run(grain), sieve.run(grain), stones[0].run(grain)]);
