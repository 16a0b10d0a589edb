import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPairs } from './in-pairs.js';
import type { QueueRow } from './queue-rows.js';
import { migrate, prepareCase, serve } from './queue-run.js';
import type { QueueCase, Served } from './queue-run.js';

/** A program with one version of its library, before and after the migration. */
export interface Measured {
  readonly row: QueueRow;
  readonly version: string;
  readonly before: Served;
  readonly after: Served;
  /** Whether the codemod wrote to the program. */
  readonly isChanged: boolean;
}

function readProgram({ row, folder }: QueueCase): string {
  return readFileSync(join(folder, row.program), 'utf8');
}

/**
 * Runs each program with each of its versions, migrates all of them at once, and runs them again.
 *
 * @param run how a program serves its requests
 */
export async function measure(
  rows: readonly QueueRow[],
  run: (one: QueueCase) => Promise<Served> = serve,
): Promise<Measured[]> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'traced-pool-queues-')));
  try {
    const cases = rows.flatMap((row, index) =>
      row.versions.map((alias) => prepareCase(row, alias, join(root, `${index}-${alias}`))),
    );
    const texts = cases.map(readProgram);
    const before = await inPairs(cases, run);
    await migrate(root);
    const isChanged = cases.map((one, index) => readProgram(one) !== texts[index]);
    const after = await inPairs([...cases.entries()], ([index, one]) =>
      isChanged[index] ? run(one) : Promise.resolve(before[index] as Served),
    );
    return cases.map(({ row, version }, index) => ({
      row,
      version,
      before: before[index] as Served,
      after: after[index] as Served,
      isChanged: isChanged[index] === true,
    }));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
