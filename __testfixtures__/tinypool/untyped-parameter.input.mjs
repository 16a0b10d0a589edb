import { isTransferable } from 'tinypool';

export function launch(pool, kite) {
  return pool.run(isTransferable(kite) ? kite.string : kite);
}
