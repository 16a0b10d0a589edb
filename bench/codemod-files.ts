import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listRuns } from './codemod-runs.js';
import { TARGETS } from './codemod-targets.js';
import { writeSourceTree } from './source-tree.js';
import { formatTable, summarizeCosts } from './statistics.js';
import type { Summary } from './statistics.js';
import { timeProcess } from './timed-process.js';
import type { Cost } from './timed-process.js';

const USAGE = `node bench/dist/codemod-files.js [--files 7000] [--pools 50] [--rounds 5] [--large] [--no-jscodeshift]
    [--cli dist/cli.js]
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '7000' },
      pools: { type: 'string', default: '50' },
      rounds: { type: 'string', default: '5' },
      large: { type: 'boolean', default: false },
      'no-jscodeshift': { type: 'boolean', default: false },
      cli: { type: 'string', default: join(__dirname, '..', '..', 'dist', 'cli.js') },
    },
  });
  const [files, pools, rounds] = [values.files, values.pools, values.rounds].map(Number);
  if (!files || pools === undefined || Number.isNaN(pools) || !rounds) throw new TypeError(USAGE);
  return { ...values, files, pools, rounds, cli: resolve(values.cli) };
}

const millis = ({ median, min, max }: Summary): string =>
  `${median.toFixed(0)} (${min.toFixed(0)} to ${max.toFixed(0)})`;

function main(): void {
  const { files, pools, rounds, large, cli, ...options } = readOptions();
  const base = mkdtempSync(join(tmpdir(), 'traced-pool-bench-'));
  try {
    const trees = {
      withPools: join(base, 'with-pools'),
      withoutPools: join(base, 'without-pools'),
      large: large ? join(base, 'large') : undefined,
    };
    writeSourceTree(trees.withPools, { files, pools });
    writeSourceTree(trees.withoutPools, { files, pools: 0 });
    if (trees.large !== undefined) writeSourceTree(trees.large, { files: files * 10, pools: pools * 10 });

    const runs = listRuns(trees, cli, !options['no-jscodeshift']);
    const costs = new Map<string, Cost[]>(runs.map(({ name }) => [name, []]));
    // In turns, so that what else the machine does meets all of them.
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, command, folder, isSlow = false } of runs) {
        if (!isSlow || round === 0) costs.get(name)?.push(timeProcess(command, folder));
      }
    }
    const summaries = new Map([...costs].map(([name, own]) => [name, summarizeCosts(own)]));
    const rows = [...summaries].map(([name, { wallMillis, cpuMillis, maxMemoryMegabytes }]) => [
      name,
      millis(wallMillis),
      millis(cpuMillis),
      maxMemoryMegabytes.median.toFixed(0),
    ]);
    const judged = TARGETS.flatMap(({ measure, target, judge }) => {
      const [result, isMet] = judge(summaries) ?? [];
      return result === undefined ? [] : [[measure, target, result, isMet ? 'met' : 'missed']];
    });
    const load = loadavg()[0]?.toFixed(1);
    process.stdout.write(
      `${files} files, ${pools} with pools; ${rounds} rounds; Node ${process.version}, ` +
        `${availableParallelism()} processors, load ${load}\n\n` +
        `${formatTable([['process', 'wall ms', 'user+sys ms', 'max MB'], ...rows])}\n` +
        formatTable([['measure', 'target', 'result', ''], ...judged]),
    );
  } finally {
    rmSync(base, { recursive: true });
  }
}

main();
