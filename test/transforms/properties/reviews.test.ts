import fc from 'fast-check';
import { analyse } from '../../../dist/engine/analyse.js';
import { loadFamily, familyNames } from '../../../dist/families.js';
import { laidOutProgram, toFiles } from '../../support/properties/programs.js';
import { runs, TIMEOUT_MILLIS } from '../../support/properties/seed.js';
import { changedFiles, openSession } from '../../support/session.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

jest.setTimeout(TIMEOUT_MILLIS);
afterEach(removeScratchFolders);

const MANIFEST = '{\n  "name": "cooperage",\n  "dependencies": { "piscina": "^5.0.0" }\n}\n';
const answers = fc.array(fc.constantFrom('y', 'n', 'a', 'd', 'b'), { minLength: 1, maxLength: 20 });
const programs = fc.array(laidOutProgram, { minLength: 1, maxLength: 3 });

test('whatever is answered, what was accepted is written, sound, and nothing else', async () => {
  const property = fc.asyncProperty(programs, answers, async (laidOut, words) => {
    const entries = laidOut.flatMap((program, index) =>
      Object.entries(toFiles(program)).map(([name, { text }]) => [`${index}/${name}`, text] as const),
    );
    const files = { ...Object.fromEntries(entries), 'package.json': MANIFEST };
    const { session, search } = await openSession(files);
    const shown = new Set<string>();
    const declined = new Set<string>();
    for (const word of words) {
      const { current } = session;
      if (!current) break;
      for (const { key } of current.hunks) shown.add(key);
      if (word === 'b') session.back();
      else if (word === 'y' || word === 'a') session.accept(word === 'a');
      else {
        for (const site of current.sites) declined.add(site);
        await session.decline(word === 'd');
      }
    }
    await session.declineRest();
    const { sites, failed } = session.result;
    expect(failed).toEqual([]);

    // What is written is what the codemod makes of the code without what stays.
    const stays = new Set(
      sites.filter(({ code, reason }) => `${code}${reason}`.includes('declined')).map(({ id }) => id),
    );
    const { 'package.json': manifest, ...written } = changedFiles(session.result);
    const { 'package.json': _, ...expected } = changedFiles(await search(stays));
    expect(written).toEqual(expected);
    if (manifest === undefined) expect(written).toEqual({});

    // And a second run would only change what was left.
    const root = createScratchFolder({ ...files, ...changedFiles(session.result) });
    const again = await analyse({ root, targets: [root] }, familyNames().map(loadFamily));
    expect(again.failed).toEqual([]);
    if (stays.size === 0) expect(changedFiles(again)).toEqual({});
  });
  await fc.assert(property, runs(10));
});
