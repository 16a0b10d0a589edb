import { analyse } from '../../dist/engine/analyse.js';
import type { Analysis } from '../../dist/engine/contracts.js';
import { familyNames, loadFamily } from '../../dist/families.js';
import { fixtureFamilies, readFixtures } from '../support/fixtures.js';
import type { Files } from '../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

function run(files: Files): Promise<Analysis> {
  const root = createScratchFolder(files);
  return analyse({ root, targets: [root] }, familyNames().map(loadFamily));
}

function changedFiles({ files }: Analysis): Files {
  return Object.fromEntries(
    files.filter(({ before, after }) => after !== before).map(({ path, after }) => [path, after]),
  );
}

function formatSites({ sites }: Analysis): string {
  return sites
    .map(({ path, line, column, kind, outcome, variant, code }) =>
      [`${path}:${line}:${column}`, kind, outcome, variant ?? code].filter(Boolean).join(' '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

test('every family has fixtures, a third of them negative', () => {
  expect(fixtureFamilies()).toEqual(familyNames());
  for (const family of fixtureFamilies()) {
    const cases = readFixtures(family);
    const negative = cases.filter(({ sites }) => sites === undefined || !sites.includes(' rewritten'));
    expect(cases.length).toBeGreaterThanOrEqual(20);
    expect(negative.length).toBeGreaterThanOrEqual(cases.length / 3);
  }
});

const cases = fixtureFamilies().flatMap(readFixtures);

test.each(cases)('$family/$name comes out as it should, byte for byte', async ({ input, output, sites }) => {
  const analysis = await run(input);
  expect(analysis.failed).toEqual([]);
  expect(changedFiles(analysis)).toEqual(output);
  expect(formatSites(analysis)).toBe(sites ?? '');
});

const changed = cases.filter(({ output }) => Object.keys(output).length > 0);

test.each(changed)('$family/$name stays as it is the second time', async ({ input, output }) => {
  const again = await run({ ...input, ...output });
  expect(changedFiles(again)).toEqual({});
  expect(again.sites.filter(({ outcome }) => outcome === 'rewritten')).toEqual([]);
});
