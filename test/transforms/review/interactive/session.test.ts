import { changedFiles, openSession, placesOf } from '../../../support/session.js';
import { removeScratchFolders } from '../../../support/scratch.js';

afterEach(removeScratchFolders);

const APART = '\n// glaze\n'.repeat(5);
const MANIFEST = '{ "dependencies": { "piscina": "^5.0.0" } }\n';
const KILNS = `import { Piscina } from 'piscina';\n${APART}
export const kiln = new Piscina({ filename: 'kiln.js' });\n${APART}
export const oven = new Piscina({ filename: 'oven.js' });\n`;
const CALLS = `import { kiln, oven } from './kilns.js';\n${APART}
export const fire = (pot: string) => kiln.run(pot);\n${APART}
export const bake = (loaf: string) => oven.run(loaf);\n`;
const POTTERY = { 'calls.ts': CALLS, 'kilns.ts': KILNS, 'package.json': MANIFEST };

describe('what is one change', () => {
  it('is a pool with its import and the dependency, pools before the calls on them', async () => {
    const { session } = await openSession(POTTERY);
    const shown = [];
    for (; session.current; session.accept()) shown.push(placesOf(session));
    expect(shown).toEqual([
      ['kilns.ts:1', 'kilns.ts:10', 'package.json:1'],
      ['kilns.ts:22'],
      ['calls.ts:10'],
      ['calls.ts:22'],
    ]);
  });

  it('is a pool and what it is made of, wherever that is', async () => {
    const { session } = await openSession({
      'crew.ts': `import { Worker, spawn } from 'threads';\n${APART}
export const potter = () => spawn(new Worker('./potter'));\n`,
      'shop.ts': `import { Pool } from 'threads';\nimport { potter } from './crew.js';\n${APART}
export const shop = Pool(potter, 4);\n`,
    });
    expect(new Set(session.current?.hunks.map(({ file }) => file.path))).toEqual(
      new Set(['crew.ts', 'shop.ts']),
    );
    session.accept();
    expect(session.current).toBeUndefined();
  });

  it('is an edit whose ends are far apart', async () => {
    const { session } = await openSession({
      'queue.ts': `import fastq from 'fastq';
export const kiln = fastq((pot: string, done: () => void) => {${APART.repeat(2)}
  done();
}, 1);\n`,
    });
    expect(session.current?.hunks.length).toBe(2);
    session.accept();
    expect(session.current).toBeUndefined();
  });
});

it('writes all that is accepted, as a run with --write does', async () => {
  const { session, search } = await openSession(POTTERY);
  while (session.current) session.accept();
  expect(session.result).toEqual(await search(new Set()));
  expect(Object.keys(changedFiles(session.result))).toEqual(['calls.ts', 'kilns.ts', 'package.json']);
});

it('leaves what depends on a pool that is declined, names it, and does not ask about it', async () => {
  const { session } = await openSession(POTTERY);
  expect(await session.decline()).toEqual(['calls.ts:13:38:dispatch']);
  expect(session.progress).toEqual({ answered: 1, total: 3 });
  expect(placesOf(session)).toEqual(['kilns.ts:1', 'kilns.ts:22', 'package.json:1']);
  while (session.current) session.accept();
  const { 'kilns.ts': kilns, 'calls.ts': calls } = changedFiles(session.result);
  expect(kilns).toContain("import { Piscina } from 'piscina';\nimport { TracedThreadPoolExecutor }");
  expect(kilns).toContain("kiln = new Piscina({ filename: 'kiln.js' })");
  expect(kilns).toContain("oven = new TracedThreadPoolExecutor({ filename: 'oven.js' })");
  expect(calls).toContain('kiln.run(pot)');
  expect(calls).toContain('oven.submit(loaf)');
});

it('keeps a call that is declined on a pool that is not: it is traced as it stands', async () => {
  const { session } = await openSession(POTTERY);
  session.accept();
  session.accept();
  expect(await session.decline()).toEqual([]);
  session.accept();
  expect(changedFiles(session.result)['calls.ts']).toMatch(/kiln\.run\(pot\)[^]*oven\.submit\(loaf\)/);
  const site = session.result.sites.find(({ id }) => id === 'calls.ts:13:38:dispatch');
  expect(site).toMatchObject({ outcome: 'already-traced', reason: expect.stringContaining('declined') });
});

it('asks again about what a later answer has made another change', async () => {
  const { session } = await openSession(POTTERY);
  session.accept();
  expect(session.isChanged).toBe(false);
  await session.decline();
  // The library's import stays after all.
  expect(placesOf(session)).toEqual(['kilns.ts:1', 'kilns.ts:10']);
  expect(session.isChanged).toBe(true);
});

it('answers for all that is open in a file', async () => {
  const { session } = await openSession(POTTERY);
  session.accept(true);
  expect(placesOf(session)).toEqual(['calls.ts:10']);
  await session.decline(true);
  expect(session.current).toBeUndefined();
  expect(Object.keys(changedFiles(session.result))).toEqual(['kilns.ts', 'package.json']);
});

it('takes answers back, one after the other', async () => {
  const { session } = await openSession(POTTERY);
  const first = placesOf(session);
  await session.decline();
  session.accept();
  expect([session.back(), session.back(), session.back()]).toEqual([true, true, false]);
  expect(placesOf(session)).toEqual(first);
  expect(session.progress).toEqual({ answered: 0, total: 4 });
});

it('leaves the rest, and keeps what was accepted', async () => {
  const { session } = await openSession(POTTERY);
  session.accept();
  await session.declineRest();
  expect(session.current).toBeUndefined();
  expect(Object.keys(changedFiles(session.result))).toEqual(['kilns.ts', 'package.json']);
  const { session: none } = await openSession(POTTERY);
  await none.declineRest();
  expect(changedFiles(none.result)).toEqual({});
});

it('asks about a dependency alone where a run was broken off before it was added', async () => {
  const { session } = await openSession(POTTERY);
  while (session.current) session.accept();
  const { 'package.json': _, ...written } = changedFiles(session.result);
  const { session: later } = await openSession({ ...POTTERY, ...written });
  expect(placesOf(later)).toEqual(['package.json:1']);
  await later.decline();
  expect(later.current).toBeUndefined();
  expect(changedFiles(later.result)).toEqual({});
});

it('asks about marks, and leaves those out that are declined', async () => {
  const files = { 'a.ts': "import { Piscina } from 'piscina';\nmake(Piscina);\n" };
  const { session } = await openSession(files, { isMarked: true });
  expect(placesOf(session)).toEqual(['a.ts:1']);
  await session.decline();
  expect(session.current).toBeUndefined();
  expect(changedFiles(session.result)).toEqual({});
});
