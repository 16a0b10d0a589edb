import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSourceTree } from '../../source-tree.js';
import { summarizeCosts } from '../../statistics.js';
import { timeProcess } from '../../timed-process.js';
import type { Cost } from '../../timed-process.js';
import { toRows } from '../codemod-rows.js';
import { listRuns } from '../codemod-runs.js';
import type { Measure } from '../row.js';

const FILES = 7000;
const POOLS = 50;
const SHORT = { files: 100, pools: 4 };
const MIN_ROUNDS = 3;

/** The codemod on generated files, as whole processes, in turns; the slowest are run once. */
export const measure: Measure = ({ seconds, isShort }) => {
  const base = mkdtempSync(join(tmpdir(), 'traced-pool-figures-'));
  try {
    const { files, pools } = isShort ? SHORT : { files: FILES, pools: POOLS };
    const trees = {
      withPools: join(base, 'with-pools'),
      withoutPools: join(base, 'without-pools'),
      large: isShort ? undefined : join(base, 'large'),
    };
    writeSourceTree(trees.withPools, { files, pools });
    writeSourceTree(trees.withoutPools, { files, pools: 0 });
    if (trees.large !== undefined) writeSourceTree(trees.large, { files: files * 10, pools: pools * 10 });

    const runs = listRuns(trees);
    const costs = new Map<string, Cost[]>(runs.map(({ name }) => [name, []]));
    const end = performance.now() + (isShort ? 0 : seconds * 1000);
    const minRounds = isShort ? 1 : MIN_ROUNDS;
    for (let round = 0; round < minRounds || performance.now() < end; round += 1)
      for (const { name, command, folder, isSlow = false } of runs)
        if (!isSlow || round === 0) costs.get(name)?.push(timeProcess(command, folder));
    return Promise.resolve(toRows(new Map([...costs].map(([name, own]) => [name, summarizeCosts(own)]))));
  } finally {
    rmSync(base, { recursive: true });
  }
};
