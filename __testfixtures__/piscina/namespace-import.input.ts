import * as piscina from 'piscina';

const dryer = new piscina.Piscina({ filename: 'dryer.js' });

export const dry = (sheet: Uint8Array) => dryer.run(piscina.move(sheet));
