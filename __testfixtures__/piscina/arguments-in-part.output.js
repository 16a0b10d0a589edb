const { TracedThreadPoolExecutor } = require('traced-pool');

const given = ['rye', { run: (flour) => flour }];

function knead(flour, mixer) {
  return mixer.run(flour);
}

function bake(oven = { run: (dough) => dough }) {
  return oven.run('dough');
}

knead(...given);
knead('wheat', new TracedThreadPoolExecutor({ filename: './mixer.js' }));
bake(new TracedThreadPoolExecutor({ filename: './oven.js' }));
bake();
