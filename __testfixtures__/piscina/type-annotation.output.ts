import type { Options } from './options';
import { TracedThreadPoolExecutor } from 'traced-pool';

let shipyard: TracedThreadPoolExecutor | undefined;

export function launch(options: Options): TracedThreadPoolExecutor {
  shipyard = new TracedThreadPoolExecutor(options);
  return shipyard;
}

export const build = (ship: string, options: Options) => launch(options).submit(ship);

export const repair = (ship: string) => shipyard?.submit(ship, { name: 'repair' });
