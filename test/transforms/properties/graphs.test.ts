import fc from 'fast-check';
import { importGraph, toGraphFiles } from '../../support/properties/import-graphs.js';
import { runInOrders, runTwice } from '../../support/properties/runs.js';
import { runs, TIMEOUT_MILLIS } from '../../support/properties/seed.js';
import { removeScratchFolders } from '../../support/scratch.js';

jest.setTimeout(TIMEOUT_MILLIS);
afterEach(removeScratchFolders);

const graphs = fc.array(importGraph, { minLength: 1, maxLength: 30, size: 'max' });

function gather(all: readonly Parameters<typeof toGraphFiles>[0][]) {
  return all.flatMap((graph, index) =>
    Object.entries(toGraphFiles(graph)).map(([name, file]) => ({ path: `${index}/${name}`, graph, ...file })),
  );
}

test('a call is migrated where its import leads to a pool, however the files import each other', async () => {
  const property = fc.asyncProperty(graphs, async (all) => {
    const files = gather(all);
    const { first, faults } = await runTwice(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    expect(faults).toEqual([]);
    const migrated = first.sites
      .filter(({ kind, outcome }) => kind === 'dispatch' && outcome === 'rewritten')
      .map(({ path }) => path);
    expect(migrated.toSorted()).toEqual(
      files.flatMap(({ path, end }) => (end === 'made' ? [path] : [])).toSorted(),
    );
  });
  await fc.assert(property, runs(4));
});

test('the order of targets changes nothing', async () => {
  const property = fc.asyncProperty(graphs, fc.infiniteStream(fc.nat()), async (all, numbers) => {
    const files = gather(all);
    const names = files.map(({ path }) => path);
    const keys = new Map(names.map((name) => [name, numbers.next().value ?? 0]));
    const shuffled = names.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    const contents = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    const [known, ...others] = await runInOrders(contents, [
      ['.'],
      shuffled,
      shuffled.toReversed(),
      shuffled,
    ]);
    for (const other of others) expect(other).toEqual(known);
  });
  await fc.assert(property, runs(2));
});
