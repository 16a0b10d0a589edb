const { move } = require('piscina');

const lanes = [{ run: (swimmer) => swimmer }, { run: (swimmer) => move(swimmer) }];
const byName = new Map([['first', lanes[0]]]);

for (const lane of lanes) lane.run('Ada');
byName.get('first').run('Grace');
lanes.forEach(({ run }) => run('Joan'));
