import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { readFixtureInputs } from '../../support/properties/fixture-texts.js';
import { garbage, mutations } from '../../support/properties/mutations.js';
import { runTwice } from '../../support/properties/runs.js';
import { runs, TIMEOUT_MILLIS } from '../../support/properties/seed.js';
import { removeScratchFolders } from '../../support/scratch.js';

jest.setTimeout(TIMEOUT_MILLIS);
afterEach(removeScratchFolders);

const inputs = Object.entries(readFixtureInputs()).filter(([path]) => !path.endsWith('.json'));
const mutated = fc
  .tuple(fc.constantFrom(...inputs), mutations)
  .map(([[path, text], mutate]) => ({ name: path.replaceAll('/', '-'), content: mutate(text) }));
const invented = fc.record({
  name: fc.constantFrom('a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.ts', 'a.mts', 'a.cts', 'a.tsx'),
  content: garbage,
});

interface OddFile {
  readonly name: string;
  readonly content: string | Buffer;
}

test.each<[string, Arbitrary<OddFile>]>([
  ['damaged fixtures', mutated],
  ['garbage', invented],
])('%s come out sound, or are left out with a reason', async (_, file) => {
  const batch = fc.array(file, { minLength: 1, maxLength: 120, size: 'max' });
  const property = fc.asyncProperty(batch, async (files) => {
    const contents = files.map(({ name, content }, index) => [`${index}/${name}`, content] as const);
    const { faults } = await runTwice(Object.fromEntries(contents));
    expect(faults).toEqual([]);
  });
  await fc.assert(property, runs(4));
});

const POOL = "import Piscina from 'piscina';\nconst pool = new Piscina();\n";
const DEEP = 4000;
const DEEP_ALIAS = 1500;

/** Nested code, a line each, so that it does not look minified. */
function nest(open: string, inner: string, close = '', depth = DEEP): string {
  return `${POOL}void ${`${open}\n`.repeat(depth)}${inner}${`${close}\n`.repeat(depth)};\nvoid pool.run(2);\n`;
}

const aliases = Array.from({ length: DEEP_ALIAS }, (_, index) => `const a${index + 1} = a${index};\n`).join(
  '',
);

test.each([
  ['parentheses', nest('(', 'pool.run(1)', ')')],
  ['nested calls', nest('pool.run(', '1', ')')],
  ['arrays', nest('[', 'pool.run(1)', ']')],
  ['functions', nest('(() => {', 'pool.run(1);', '})')],
  ['unclosed functions', nest('() => {', 'pool.run(1)')],
  ['templates', nest('`${', 'pool.run(1)', '}`')],
  ['conditions', nest('1 ? 2 :', 'pool.run(1)', '', DEEP)],
  ['a chain', nest('', 'pool', '.run(1)', DEEP)],
  ['a sum', nest('', '1', '+ 1', DEEP)],
  ['aliases of aliases', `${POOL}const a0 = pool;\n${aliases}void a${DEEP_ALIAS}.run(1);\n`],
  ['a long line', `${POOL}void '${'run'.repeat(100_000)}'; pool.run(1);\n`],
  ['many lines', `${POOL}${'void pool.run(1);\n'.repeat(1500)}`],
  [
    'half of a surrogate pair',
    Buffer.concat([Buffer.from(POOL), Buffer.from([0x27, 0xed, 0xa0, 0x80, 0x27])]),
  ],
  ['an escaped half of one', `${POOL}void pool.run('\\uD83E');\n`],
  ['null bytes', `${POOL}void pool.run('\u0000');\n`],
])('%s: it is accounted for', async (_, content) => {
  const { faults, first } = await runTwice({ 'a.mjs': content });
  expect(faults).toEqual([]);
  expect(first.failed.length + first.skipped.length > 0).toBe(first.sites.length === 0);
});
