import type { Session } from '../../../../dist/review/interactive/session.js';
import { changedFiles, openSession } from '../../../support/session.js';
import { removeScratchFolders } from '../../../support/scratch.js';

afterEach(removeScratchFolders);

const MANIFEST = '{ "dependencies": { "piscina": "^5.0.0" } }\n';
const KILN =
  "import { Piscina } from 'piscina';\nexport const kiln = new Piscina({ filename: 'kiln.js' });\n";

/** The current change as an editor shows it. */
const patchOf = ({ current }: Session): string =>
  `# how to\n${current?.hunks.map(({ text }) => `--- a/x\n+++ b/x\n${text}`).join('')}`;

async function edit(text: string, change: (patch: string) => string) {
  const { session, search } = await openSession({ 'kiln.ts': text, 'package.json': MANIFEST });
  const problem = session.acceptEdited(change(patchOf(session)));
  return { session, search, problem, after: changedFiles(session.result)['kiln.ts'] };
}

const tuned = (patch: string): string =>
  patch.replace("+export const kiln = new TracedThreadPoolExecutor({ filename: 'kiln.js' });", (line) =>
    [line.replace(' });', ', maxThreads: 2 });'), '+export const TUNED = true;'].join('\n'),
  );

it('writes what somebody made of a change, and accounts for it by edits', async () => {
  const { session, problem, after } = await edit(KILN, tuned);
  expect([problem, session.current]).toEqual([undefined, undefined]);
  expect(after).toBe(
    "import { TracedThreadPoolExecutor } from 'traced-pool';\n" +
      "export const kiln = new TracedThreadPoolExecutor({ filename: 'kiln.js', maxThreads: 2 });\n" +
      'export const TUNED = true;\n',
  );
  const [file] = session.result.files;
  let rebuilt = file?.before ?? '';
  for (const { start, end, text } of file?.edits.toReversed() ?? [])
    rebuilt = rebuilt.slice(0, start) + text + rebuilt.slice(end);
  expect(rebuilt).toBe(after);
});

it.each([
  [
    'keeps carriage returns',
    KILN.replaceAll('\n', '\r\n'),
    /^import .*\r\nexport .*\r\nexport const TUNED = true;\r\n$/,
  ],
  ['keeps a byte order mark', `\uFEFF${KILN}`, /^\uFEFFimport .*\nexport .*2 \}\);\nexport .*true;\n$/],
  ['keeps a missing end of the last line', KILN.trimEnd(), /^import .*\nexport .*2 \}\);\nexport .*true;$/],
])('%s', async (_, text, expected) => {
  // Of lines that end in carriage returns an editor may show none.
  const { problem, after } = await edit(text, (patch) => tuned(patch.replaceAll('\r', '')));
  expect(problem).toBeUndefined();
  expect(after).toMatch(expected);
});

it('takes code that looks like the header of a file for what it is', async () => {
  const text = `${KILN.trimEnd()} let n = 1;\n-- n;\n`;
  const { problem, after } = await edit(text, (patch) => patch.replace(/^ -- n;$/m, '--- n;\n+++ n;'));
  expect(problem).toBeUndefined();
  expect(after).toMatch(/\n\+\+ n;\n$/);
});

it.each<[string, (patch: string) => string, RegExp]>([
  [
    'a line of the file is gone',
    (patch) => patch.replace(/^-import.*\n/m, ''),
    /no longer those of the file/,
  ],
  ['a line has no sign', (patch) => patch.replace('+export', 'export'), /none of space, - and \+: export/],
  ['a hunk is gone', (patch) => patch.replace(/@@[^]*?(?=---)/, ''), /must all stay/],
  ['all is gone', () => '', /must all stay/],
  [
    'the result cannot be parsed',
    (patch) => patch.replace(/^(\+.*) \}\);$/m, '$1'),
    /kiln\.ts has syntax that cannot be followed/,
  ],
  ['the result is no JSON', (patch) => patch.replace('+{', '+'), /package\.json is no JSON/],
])('takes no edit where %s, and asks again', async (_, change, expected) => {
  const { session, problem } = await edit(KILN, change);
  expect(problem).toMatch(expected);
  expect(session.current?.hunks.length).toBe(2);
  expect(session.progress.answered).toBe(0);
});

it('keeps an edit while other changes are declined, and takes it back', async () => {
  const apart = '\n// glaze\n'.repeat(5);
  const { session } = await openSession({
    'kiln.ts': `${KILN}${apart}export const fire = (pot: string) => kiln.run(pot);\n`,
    'package.json': MANIFEST,
  });
  expect(session.acceptEdited(tuned(patchOf(session)))).toBeUndefined();
  await session.decline();
  expect(changedFiles(session.result)['kiln.ts']).toMatch(/TUNED = true;[^]*kiln\.run\(pot\)/);
  session.back();
  session.back();
  session.accept();
  session.accept();
  expect(changedFiles(session.result)['kiln.ts']).not.toContain('TUNED');
});
