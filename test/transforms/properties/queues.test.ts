import fc from 'fast-check';
import { queueProgram } from '../../support/properties/queue-programs.js';
import { runTwice } from '../../support/properties/runs.js';
import { runs, TIMEOUT_MILLIS } from '../../support/properties/seed.js';
import { formatSite } from '../../support/properties/soundness.js';
import { removeScratchFolders } from '../../support/scratch.js';

jest.setTimeout(TIMEOUT_MILLIS);
afterEach(removeScratchFolders);

const programs = fc.array(queueProgram, { minLength: 1, maxLength: 120, size: 'max' });

test('jobs and workers are bound where they are to be, soundly, and once', async () => {
  const property = fc.asyncProperty(programs, async (chosen) => {
    const expected = chosen.map(({ name, file }, index) => ({
      path: `${index}/main${name.slice(name.lastIndexOf('.'))}`,
      name,
      ...file,
    }));
    const { first, faults } = await runTwice(
      Object.fromEntries(expected.map(({ path, text }) => [path, text])),
    );
    expect(faults).toEqual([]);
    expect([...first.failed, ...first.skipped]).toEqual([]);
    const wrong = expected.flatMap(({ path, name, text, sites }) => {
      const found = first.sites
        .filter((site) => site.path === path && site.kind !== 'import')
        .map(formatSite);
      return found.join('\n') === sites.join('\n') ? [] : [{ name, text, expected: sites, found }];
    });
    expect(wrong).toEqual([]);
  });
  await fc.assert(property, runs(5));
});
