import fc from 'fast-check';

/** Names that a local thing may have, among them such as code that goes by names would fall for. */
const NAMES = [
  ...['Piscina', 'run', 'submit', 'map', 'piscina', 'pool', 'TracedThreadPoolExecutor', 'tracedPool'],
  ...['$', '_', '$1', '__proto__', 'größe', '池', '𠮷', 'Ω', 'ñandú', 'ſ'],
  ...['async', 'of', 'get', 'set', 'from', 'as', 'type', 'constructor', 'toString', 'hasOwnProperty'],
  ...['name', 'all', 'then', 'executor', 'module2', 'Pool', 'workers', 'cooper', 'cask', 'staves'],
] as const;

export interface Names {
  /** What the class, or the module that it is a member of, goes by. */
  readonly library: string;
  readonly pool: string;
  /** A class, an object or a function that leads to the pool. */
  readonly holder: string;
  readonly accessor: string;
  readonly work: string;
  readonly item: string;
  readonly items: string;
  readonly element: string;
  readonly other: string;
}

/** Names that are all different, so that nothing is shadowed by chance. */
export const names: fc.Arbitrary<Names> = fc
  .shuffledSubarray([...NAMES], { minLength: 9, maxLength: 9 })
  .map((chosen) => {
    const [library = '', pool = '', holder = '', accessor = '', work = ''] = chosen;
    const [item = '', items = '', element = '', other = ''] = chosen.slice(5);
    return { library, pool, holder, accessor, work, item, items, element, other };
  });

/** The same names, with another one where this one was. */
export function withoutName(chosen: Names, name: string): Names {
  const entries = Object.entries(chosen).map(([key, other]) => [key, other === name ? `${name}s` : other]);
  return Object.fromEntries(entries) as unknown as Names;
}
