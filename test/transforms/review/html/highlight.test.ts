import fc from 'fast-check';
import { highlightLines } from '../../../../transforms/review/html/highlight.js';

/** The parts of a line that have a letter. */
function partsOf(path: string, text: string, line = 1): string[] {
  const runs = (highlightLines(path, text)[line - 1] ?? '').matchAll(/([A-Z_])([0-9a-z]+)/g);
  let at = 0;
  return [...runs].flatMap(([, letter, count = '']) => {
    const part = (text.split('\n')[line - 1] ?? '').slice(at, (at += parseInt(count, 36)));
    return letter === '_' ? [] : [`${letter} ${part}`];
  });
}

it.each([
  ['kiln.ts', 'type Pot = string;', ['K type', 'T Pot', 'T string']],
  ['kiln.tsx', "const pot = <Pot glaze='red' />;", ['K const', 'T Pot', "S 'red'"]],
  ['kiln.js', 'kiln.fire(/clay/u, 2);', ['F fire', 'S /clay/u', 'N 2']],
  [
    'kiln.mts',
    'export const pot: Pot<1> = 1 as const;',
    ['K export', 'K const', 'T Pot', 'N 1', 'N 1', 'K as', 'K const'],
  ],
  ['package.json', '{ "pots": [1, true] }', ['P "pots"', 'N 1', 'N true']],
])('tells the syntax of %s', (path, text, expected) => {
  const parts = partsOf(path, text);
  for (const part of expected) expect(parts).toContainEqual(expect.stringContaining(part));
});

it('goes on over lines', () => {
  expect(partsOf('kiln.js', '/* one\r\ntwo */ kiln();', 2)).toEqual(['C two */', 'F kiln']);
});

it('gives every line its whole length, whatever is in it', () => {
  const words = [
    '`${',
    '}',
    '/*',
    '*/',
    '"',
    "'",
    '\n',
    '\r\n',
    '\r',
    'kiln',
    ' ',
    '<a>',
    '\u2028',
    '\uD83C',
    '🏺',
    '\0',
  ];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.json'), (text, path) => {
      const lengths = highlightLines(path, text).map((line) =>
        [...line.matchAll(/[A-Z_]([0-9a-z]+)/g)].reduce(
          (sum, [, count = '']) => sum + parseInt(count, 36),
          0,
        ),
      );
      expect(lengths).toEqual(text.split('\n').map((line) => line.length));
    }),
  );
});
