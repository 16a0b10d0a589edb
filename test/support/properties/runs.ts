import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyse } from '../../../dist/engine/analyse.js';
import type { Analysis } from '../../../dist/engine/contracts.js';
import { familyNames, loadFamily } from '../../../dist/families.js';
import { createScratchFolder } from '../scratch.js';
import { findFaults } from './soundness.js';

const families = familyNames().map(loadFamily);

/** What files hold, by their paths; bytes where it is no text. */
export type Contents = Readonly<Record<string, string | Buffer>>;

function writeFiles(files: Contents): string {
  const root = createScratchFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** Runs the codemod over files. */
export function runOnce(files: Contents): Promise<Analysis> {
  const root = writeFiles(files);
  return analyse({ root, targets: [root] }, families);
}

/** Runs the codemod over files with each of these orders of targets. */
export async function runInOrders(
  files: Contents,
  orders: readonly (readonly string[])[],
): Promise<Analysis[]> {
  const root = writeFiles(files);
  const analyses: Analysis[] = [];
  for (const order of orders) {
    const targets = order.map((name) => join(root, name));
    analyses.push(await analyse({ root, targets }, families));
  }
  return analyses;
}

export interface Runs {
  readonly first: Analysis;
  /** Over what the first one makes of the files. */
  readonly second: Analysis;
  readonly faults: readonly string[];
}

function labelled({ sites }: Analysis, outcome: string): string[] {
  return sites
    .filter((site) => site.outcome === outcome)
    .map(({ path, kind, code }) => `${path} ${kind} ${code}`);
}

/** What a second run says that the first one does not let expect. */
function findUnrest(first: Analysis, second: Analysis): string[] {
  const faults = second.files
    .filter(({ before, after, edits }) => before !== after || edits.length > 0)
    .map(({ path }) => `${path}: the second run edits it`);
  const refused = labelled(first, 'refused');
  if (labelled(second, 'refused').join('\n') !== refused.join('\n'))
    faults.push(
      `the second run refuses ${labelled(second, 'refused').join(', ')} and not ${refused.join(', ')}`,
    );
  const isPool = (label: string): boolean => label.includes(' construct ');
  const pools = [...labelled(first, 'rewritten'), ...labelled(first, 'already-traced')]
    .filter(isPool)
    .toSorted();
  const migrated = labelled(second, 'already-traced').filter(isPool).toSorted();
  for (const label of new Set([...pools, ...migrated])) {
    const count = (labels: readonly string[]): number => labels.filter((other) => other === label).length;
    if (count(pools) !== count(migrated))
      faults.push(`${label}: ${count(pools)} migrated, ${count(migrated)} of them known to the second run`);
  }
  return faults;
}

/** Runs the codemod over files, and over its own output; these faults no input may have. */
export async function runTwice(files: Contents): Promise<Runs> {
  const root = writeFiles(files);
  const first = await analyse({ root, targets: [root] }, families);
  const faults = findFaults(first);
  for (const [name, content] of Object.entries(files)) {
    if (!readFileSync(join(root, name)).equals(typeof content === 'string' ? Buffer.from(content) : content))
      faults.push(`${name}: analyse wrote to it`);
  }
  for (const { path, after } of first.files) writeFileSync(join(root, path), after);
  const second = await analyse({ root, targets: [root] }, families);
  return { first, second, faults: [...faults, ...findUnrest(first, second)] };
}
