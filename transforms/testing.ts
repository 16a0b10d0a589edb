// First of all: what it does must be done before the others are loaded.
import './engine/plain-javascript.js';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { analyse } from './engine/analyse.js';
import type { Analysis } from './engine/contracts.js';
import { chooseFamilies } from './family-choice.js';
import type { Files, Fixture } from './fixture-files.js';
import { findConfigurationMistake } from './review/configuration/check-configuration.js';
import type { Configuration } from './review/configuration/configuration.js';

export { readFixtures } from './fixture-files.js';
export type { Files, Fixture } from './fixture-files.js';

type Options = Pick<Configuration, 'families' | 'ownFamilies' | 'alias' | 'minimal' | 'mark'>;

/** What the codemod makes of some files. */
export interface Outcome {
  /** The files that change, as they become. */
  readonly changed: Files;
  /** A line for each site. */
  readonly sites: string;
  /** The files that could not be read, or whose result could not, and why. */
  readonly failed: Files;
}

function write(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'traced-pool-fixture-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

function toOutcome({ files, sites, failed }: Analysis): Outcome {
  const changed = files.filter(({ before, after }) => before !== after);
  const lines = sites.map(({ path, line, column, kind, outcome, variant, code }) =>
    [`${path}:${line}:${column}`, kind, outcome, variant ?? code].filter(Boolean).join(' '),
  );
  return {
    changed: Object.fromEntries(changed.map(({ path, after }) => [path, after])),
    sites: lines.map((line) => `${line}\n`).join(''),
    failed: Object.fromEntries(failed.map(({ path, reason }) => [path, reason])),
  };
}

/**
 * Runs the codemod on files, in a folder of their own that is removed afterwards.
 *
 * @throws TypeError where the options are none of a configuration's.
 */
export async function runOn(files: Files, options: Options = {}): Promise<Outcome> {
  const root = write(files);
  try {
    const mistake = findConfigurationMistake(options, root);
    if (mistake !== undefined) throw new TypeError(mistake);
    const loaded = { configuration: options, folder: root, label: 'the options' };
    const { families, aliases } = chooseFamilies({ alias: {} }, loaded);
    const { minimal = false, mark: isMarked = false } = options;
    const given = { root, targets: [root], aliases, minimal, isMarked };
    return toOutcome(
      await analyse(
        given,
        families.map((family) => family.load()),
      ),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Checks, for any test runner, that the codemod makes of a fixture what it is to, byte for byte, and that a second run
 * changes nothing.
 *
 * @throws AssertionError that shows the difference.
 */
export async function checkFixture(
  { name, input, output, sites }: Fixture,
  options: Options = {},
): Promise<void> {
  const once = await runOn(input, options);
  assert.deepEqual(once.failed, {}, `${name}: files failed: ${JSON.stringify(once.failed)}`);
  assert.deepEqual(once.changed, output);
  if (sites !== undefined) assert.equal(once.sites, sites);
  if (Object.keys(output).length === 0) return;
  const again = await runOn({ ...input, ...output }, options);
  assert.deepEqual(
    again.changed,
    {},
    `${name}: a second run changes ${Object.keys(again.changed).join(', ')}`,
  );
  assert.ok(!/ rewritten\b/.test(again.sites), `${name}: a second run reports changes:\n${again.sites}`);
}
