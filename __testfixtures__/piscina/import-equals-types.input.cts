import Piscina = require('piscina');

const tracedPool: Piscina = new Piscina({ filename: 'dryer.js' });

export const dry = (herb: string) => tracedPool.run(herb);
