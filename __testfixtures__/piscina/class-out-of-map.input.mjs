import { Piscina } from 'piscina';
import { RemotePool } from './remote.mjs';

const kinds = new Map([
  ['local', Piscina],
  ['remote', RemotePool],
]);

export const build = (kind, options) => new (kinds.get(kind))(options);

const first = [Piscina].find((each) => each.version);
export const pool = new first({ filename: 'press.mjs' });

export const press = (flower) => pool.run(flower);
