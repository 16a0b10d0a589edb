import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtures as readFolder } from '../../transforms/fixture-files.js';
import type { Fixture as FixtureFiles } from '../../transforms/fixture-files.js';

export { readFiles } from '../../transforms/fixture-files.js';
export type { Files } from '../../transforms/fixture-files.js';

export const REPOSITORY = join(__dirname, '..', '..');
export const FIXTURES = join(REPOSITORY, '__testfixtures__');

/** A case of a family. */
export interface Fixture extends FixtureFiles {
  readonly family: string;
  /** The trace trees of a run after the migration; only cases that can be run have them. */
  readonly trace: string | undefined;
}

/** The cases of a family. */
export function readFixtures(family: string): Fixture[] {
  const folder = join(FIXTURES, family);
  return readFolder(folder).map((fixture) => {
    const trace = join(folder, fixture.name, 'trace.txt');
    return { ...fixture, family, trace: existsSync(trace) ? readFileSync(trace, 'utf8') : undefined };
  });
}

/** The families that have fixtures. */
export function fixtureFamilies(): string[] {
  return readdirSync(FIXTURES).filter((name) => name !== 'apps' && !name.startsWith('.'));
}
