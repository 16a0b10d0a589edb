import fc from 'fast-check';
import transform from '../../../dist/piscina/index.js';
import { laidOutProgram, toFiles } from '../../support/properties/programs.js';
import type { LaidOutProgram } from '../../support/properties/programs.js';
import { runOnce, runTwice } from '../../support/properties/runs.js';
import { runs, TIMEOUT_MILLIS } from '../../support/properties/seed.js';
import { formatSite } from '../../support/properties/soundness.js';
import { removeScratchFolders } from '../../support/scratch.js';

jest.setTimeout(TIMEOUT_MILLIS);
afterEach(removeScratchFolders);

const MANIFEST = '{\n  "name": "cooperage",\n  "dependencies": { "piscina": "^5.0.0" }\n}\n';

/** All files of some programs, a folder each. */
function gather(programs: readonly LaidOutProgram[]) {
  return programs.flatMap((program, index) =>
    Object.entries(toFiles(program)).map(([name, file]) => ({ path: `${index}/${name}`, ...file })),
  );
}

const batch = fc.array(laidOutProgram, { minLength: 1, maxLength: 160, size: 'max' });

test('a program is migrated as it was built to be, soundly, and once', async () => {
  const property = fc.asyncProperty(batch, async (programs) => {
    const expected = gather(programs);
    const files = Object.fromEntries(expected.map(({ path, text }) => [path, text]));
    const { first, faults } = await runTwice({ ...files, 'package.json': MANIFEST });
    expect(faults).toEqual([]);
    expect([...first.failed, ...first.skipped]).toEqual([]);
    const wrong = expected.flatMap(({ path, text, sites }) => {
      const found = first.sites.filter((site) => site.path === path).map(formatSite);
      return found.join('\n') === sites.join('\n') ? [] : [{ path, text, expected: sites, found }];
    });
    expect(wrong).toEqual([]);
  });
  await fc.assert(property, runs(10));
});

test('the plain transform makes the same of a file that stands alone', async () => {
  const alone = laidOutProgram.filter(({ program: { home } }) => typeof home === 'string');
  const property = fc.asyncProperty(
    fc.array(alone, { minLength: 1, maxLength: 20, size: 'max' }),
    async (programs) => {
      const expected = gather(programs);
      const { files } = await runOnce(Object.fromEntries(expected.map(({ path, text }) => [path, text])));
      for (const { path, before, after } of files) expect(transform({ path, source: before })).toBe(after);
    },
  );
  await fc.assert(property, runs(2));
});
