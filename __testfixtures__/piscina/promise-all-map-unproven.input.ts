import { Piscina } from 'piscina';

const sorter = new Piscina({ filename: 'sorter.js' });

interface Basket {
  map<T>(fn: (egg: string) => T): Iterable<T>;
}

// Not an array: nothing says that it can be iterated over.
export const fromBasket = (basket: Basket) => Promise.all(basket.map((egg) => sorter.run(egg)));

// The index is used.
export const numbered = (eggs: string[]) => Promise.all(eggs.map((egg, index) => sorter.run({ egg, index })));

// The options depend on the item.
export const named = (eggs: string[]) => Promise.all(eggs.map((egg) => sorter.run(egg, { name: egg })));

// A comment says something.
export const commented = (eggs: string[]) =>
  Promise.all(
    // one at a time would take too long
    eggs.map((egg) => sorter.run(egg)),
  );

export async function settled(eggs: string[]) {
  const results = await Promise.allSettled(eggs.map((egg) => sorter.run(egg)));
  return results.filter(({ status }) => status === 'fulfilled').length;
}
