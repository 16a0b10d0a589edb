import { join } from 'node:path';
import { analyse } from '../../../../transforms/engine/analyse.js';
import type { Analysis } from '../../../../transforms/engine/contracts.js';
import { loadFamily } from '../../../../dist/families.js';
import { readFixtures } from '../../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

function run(
  name: string,
  options: { declined?: ReadonlySet<string>; minimal?: boolean } = {},
): Promise<Analysis> {
  const fixture = readFixtures('worker-threads').find((one) => one.name === name);
  if (!fixture) throw new Error(`there is no fixture ${name}`);
  const root = createScratchFolder(fixture.input);
  return analyse({ root, targets: [root], ...options }, [loadFamily('worker-threads')]);
}

const changedBy = ({ files }: Analysis): string[] =>
  files.flatMap(({ path, before, after }) => (before !== after && /\.m?[jt]s$/.test(path) ? [path] : []));
const textOf = ({ files }: Analysis, path: string): string =>
  files.find((file) => file.path === path)?.after ?? '';

test('a worker that is to stay as it is takes what it is sent and its replies with it', async () => {
  const { sites } = await run('request-map');
  const construct = sites.find(({ kind }) => kind === 'construct');
  const found = await run('request-map', { declined: new Set([construct?.id ?? '']) });
  expect(changedBy(found)).toEqual([]);
});

test.each(['main.mjs:13:1', 'weave.mjs:6:1', 'weave.mjs:9:5'])(
  'a listener or a post of a port that is to stay, at %s, leaves all of the channel as it is',
  async (place) => {
    const found = await run('port-in-data', { declined: new Set([`${place}:dispatch`]) });
    expect(changedBy(found)).toEqual(['main.mjs']);
    expect(textOf(found, 'main.mjs')).not.toMatch(/inject|extract/);
    expect(found.sites.find(({ line, kind }) => line === 6 && kind === 'construct')).toMatchObject({
      code: 'declined',
    });
  },
);

test('what is sent over a port and what opens it are tied, and their files are written together', async () => {
  const { ties, sites, files } = await run('port-in-data');
  const tied = new Set(ties.flat());
  const changed = sites.filter(({ kind, outcome }) => kind === 'dispatch' && outcome === 'rewritten');
  expect(changed).toHaveLength(4);
  for (const { id } of changed) expect(tied).toContain(id);
  expect(files.find(({ path }) => path === 'weave.mjs')?.linked).toContain('main.mjs');
  expect(files.find(({ path }) => path === 'main.mjs')?.linked).toContain('weave.mjs');
});

test('with --minimal constructions change, and nothing that is sent', async () => {
  for (const name of ['request-map', 'port-in-data']) {
    const found = await run(name, { minimal: true });
    expect(changedBy(found)).toEqual(
      [name === 'request-map' ? 'main.cjs' : 'main.mjs'].filter((path) => /\.m?js$/.test(path)),
    );
    expect(found.files.map(({ after }) => after).join('')).not.toMatch(/\b(?:inject|extract)\(/);
  }
});

test('a file that is left out leaves what it would have told unproven', async () => {
  const fixture = readFixtures('worker-threads').find((one) => one.name === 'request-map');
  const root = createScratchFolder(fixture?.input ?? {});
  const found = await analyse({ root, targets: [join(root, 'main.cjs')] }, [loadFamily('worker-threads')]);
  expect(found.sites.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
    'construct unknown-end',
    'dispatch unmigrated-pool',
    'dispatch unmigrated-pool',
  ]);
});
