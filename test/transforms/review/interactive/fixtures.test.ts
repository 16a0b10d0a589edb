import { isDeepStrictEqual } from 'node:util';
import { Session } from '../../../../dist/review/interactive/session.js';
import { fixtureFamilies, readFixtures } from '../../../support/fixtures.js';
import type { Files } from '../../../support/fixtures.js';
import { changedFiles, openSession } from '../../../support/session.js';
import { removeScratchFolders } from '../../../support/scratch.js';

afterEach(removeScratchFolders);

const cases = fixtureFamilies()
  .flatMap(readFixtures)
  .filter(({ output }) => Object.keys(output).length > 0);

/** With the names of each import in their order: those that come later are put last. */
function sortNames(files: Files): Files {
  const sort = (names: string): string => names.split(', ').toSorted().join(', ');
  const entries = Object.entries(files).map(([path, text]) => {
    const sorted = text.replace(
      /\{ ([\w, :]+) \}(?= (?:from|=) [^\n]*traced-pool)/g,
      (_, names: string) => `{ ${sort(names)} }`,
    );
    return [path, sorted] as const;
  });
  return Object.fromEntries(entries);
}

test.each(cases)(
  '$family/$name: no leaves it, yes finishes it, in parts as well',
  async ({ input, output }) => {
    const { session, search, found } = await openSession(input);
    await session.declineRest();
    expect(changedFiles(session.result)).toEqual({});
    expect(session.result.failed).toEqual([]);
    expect(session.back()).toBe(false);

    const parted = new Session(search, found);
    for (let isYes = true; parted.current; isYes = !isYes) {
      if (isYes) parted.accept();
      else await parted.decline();
    }
    expect(parted.result.failed).toEqual([]);
    const halfway = { ...input, ...changedFiles(parted.result) };
    // Where all was one change, it is done: that nothing changes the second time is shown for every fixture.
    if (isDeepStrictEqual(halfway, { ...input, ...output })) return;
    const { session: later } = await openSession(halfway);
    while (later.current) later.accept();
    expect(later.result.failed).toEqual([]);
    const finished = { ...halfway, ...changedFiles(later.result) };
    expect(sortNames(finished)).toEqual(sortNames({ ...input, ...output }));
  },
);
