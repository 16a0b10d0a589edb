import type { Options } from './options';
import { Piscina } from 'piscina';

let shipyard: Piscina | undefined;

export function launch(options: Options): Piscina {
  shipyard = new Piscina(options);
  return shipyard;
}

export const build = (ship: string, options: Options) => launch(options).run(ship);

export const repair = (ship: string) => shipyard?.run(ship, { name: 'repair' });
