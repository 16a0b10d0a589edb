import { join } from 'node:path';
import { again, start, Vat, type VatOptions } from './vat';

const defaults: VatOptions = { script: join(__dirname, 'dye.js') };

export const blue = new Vat({ ...defaults, args: ['woad'] });
export const red = new Vat(Object.assign({}, defaults, { args: ['madder'] }));
export const plain = start();
export const other = again({ args: ['weld'] });
