// Functions that post are given to others, of this project and of Node.js, which call them in the context of the call.
import { AsyncLocalStorage } from 'node:async_hooks';
import { dye, rinse } from './vat.mjs';
import { Basins, patiently, within } from './lib/index.mjs';

const batch = new AsyncLocalStorage();
const basins = new Basins(2);

const order = (cloth) =>
  within('order', cloth, () =>
    batch.run(cloth, async () => {
      return patiently(() => basins.use(() => within('dip', cloth, () => dye(cloth))), 3);
    }),
  );

console.log(await Promise.all(['linen', 'wool', 'silk'].map(order)));
rinse();
