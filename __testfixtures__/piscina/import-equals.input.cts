import Piscina = require('piscina');

const kiln = new Piscina({ filename: 'kiln.js' });

export = function fire(pot: string): Promise<string> {
  return kiln.run(pot);
};
