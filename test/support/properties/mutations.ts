import fc from 'fast-check';

/** A change to a text, at places that are told as parts of its length. */
type Mutation = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const offset = (text: string, part: number): number => Math.floor(part * text.length);

/** What a hand slips on, and what no hand writes. */
const SCRAPS = [
  ...['(', ')', '{', '}', '`', "'", '"', '/*', '*/', '//', '${', '<', '>', '\\', ';', ',', '.', '?.', '#'],
  ...[
    '\u0000',
    '\uFEFF',
    '\u2028',
    '\r',
    '\n',
    '\u{1F9F5}',
    '\uFFFD',
    '@generated',
    '@flow',
    'import ',
    'await ',
  ],
  ...[
    'new Piscina()',
    '.run(',
    'pool.run(1)',
    "require('piscina')",
    'class ',
    '= ',
    'TracedThreadPoolExecutor',
  ],
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...SCRAPS)).map(([part, scrap]): Mutation => (text) => {
    return text.slice(0, offset(text, part)) + scrap + text.slice(offset(text, part));
  }),
  fc.tuple(place, fc.nat({ max: 30 })).map(([part, length]): Mutation => (text) => {
    return text.slice(0, offset(text, part)) + text.slice(offset(text, part) + length);
  }),
  fc.tuple(place, place, fc.nat({ max: 60 })).map(([from, to, length]): Mutation => (text) => {
    const slice = text.slice(offset(text, from), offset(text, from) + length);
    return text.slice(0, offset(text, to)) + slice + text.slice(offset(text, to));
  }),
  fc.tuple(place, place).map(([one, other]): Mutation => (text) => {
    const lines = text.split('\n');
    const [first, second] = [Math.floor(one * lines.length), Math.floor(other * lines.length)];
    return lines
      .map((line, index) => lines[index === first ? second : index === second ? first : index] ?? line)
      .join('\n');
  }),
  place.map(
    (part): Mutation =>
      (text) =>
        text.slice(0, offset(text, part)),
  ),
);

/** Some changes, one after the other. */
export const mutations: fc.Arbitrary<Mutation> = fc.array(mutation, { minLength: 1, maxLength: 3 }).map(
  (all): Mutation =>
    (text) =>
      all.reduce((result, mutate) => mutate(result), text),
);

const token = fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ unit: 'grapheme', maxLength: 4 }));

/** Something that has the library's name in it, so that it is looked at. */
export const garbage: fc.Arbitrary<string | Buffer> = fc.oneof(
  fc.array(token, { maxLength: 40 }).map((tokens) => `${tokens.join(' ')} piscina`),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.concat([Buffer.from("'piscina';"), bytes])),
);
