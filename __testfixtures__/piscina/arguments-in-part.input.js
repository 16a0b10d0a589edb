const Piscina = require('piscina');

const given = ['rye', { run: (flour) => flour }];

function knead(flour, mixer) {
  return mixer.run(flour);
}

function bake(oven = { run: (dough) => dough }) {
  return oven.run('dough');
}

knead(...given);
knead('wheat', new Piscina({ filename: './mixer.js' }));
bake(new Piscina({ filename: './oven.js' }));
bake();
