import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtures, REPOSITORY } from '../support/fixtures.js';
import { runProgram } from '../support/run-program.js';
import { createPackages, removeScratchFolders } from '../support/scratch.js';
import { formatSpanTrees } from '../support/span-tree.js';

afterAll(removeScratchFolders);

/** What is run of each library: a case for each kind of worker that it has. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'jest-worker': ['processes-and-retries', 'threads'],
  piscina: ['esm-default-handler', 'handler-forms'],
  poolifier: ['dynamic-threads', 'fixed-clusters'],
  tinypool: ['named-handlers', 'crashed-process'],
  workerpool: ['methods-and-events', 'processes'],
};

const { dependencies } = JSON.parse(
  readFileSync(join(REPOSITORY, 'test', 'pool-versions', 'package.json'), 'utf8'),
) as { dependencies: Readonly<Record<string, string>> };

const versions = Object.entries(dependencies).map(([alias, source]) => {
  const [, library = '', version = ''] = /^npm:(.+)@(.+)$/.exec(source) ?? [];
  return { library, version, alias };
});

test('every library but threads.js, which has but one version, is run in older ones', () => {
  expect(new Set(versions.map(({ library }) => library))).toEqual(new Set(Object.keys(CASES)));
});

describe.each(versions)('$library $version', ({ library, alias }) => {
  const cases = readFixtures(library).filter(
    ({ name, trace }) => trace !== undefined && CASES[library]?.includes(name),
  );

  test.each(cases)('keeps its traces: $name', async ({ input, output, trace }) => {
    const { exitCode, spans, stderr } = await runProgram(
      { ...input, ...output },
      createPackages(library, alias),
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(formatSpanTrees(spans)).toBe(trace);
  });
});
