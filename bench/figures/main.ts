// Prints the table of figures, each beside its target. `npm run bench -- [--only NAME,...] [--short] [--write README.md]`
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { formatTable, insertTable } from '../markdown-table.js';
import { installTools } from './codemod-runs.js';
import { MEASURES, runMeasure } from './measures.js';
import type { Row } from './row.js';

/** The name of the table's marks. */
const TABLE = 'figures';
const HEAD = ['measure', 'target', 'result', 'quarters, rounds'];

function toCells({ measure, target, result, spread, isMet, limit }: Row): string[] {
  const judged = isMet ? result : `**${result}**`;
  return [measure, target, limit === undefined ? judged : `${judged}; ${limit}`, spread];
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: Object.keys(MEASURES).join(',') },
      short: { type: 'boolean', default: false },
      write: { type: 'string' },
    },
  });
  const names = values.only.split(',');
  const unknown = names.find((name) => !Object.hasOwn(MEASURES, name));
  if (unknown !== undefined)
    throw new RangeError(`there is no measure "${unknown}"; there are ${Object.keys(MEASURES).join(', ')}`);
  // Before all is measured: a file that cannot take the table is told of at once.
  if (values.write !== undefined) insertTable(readFileSync(values.write, 'utf8'), TABLE, '');
  return { names, isShort: values.short, file: values.write };
}

async function main(): Promise<void> {
  const { names, isShort, file } = readOptions();
  if (!isShort && names.includes('codemod')) installTools();
  const start = performance.now();
  const rows: Row[] = [];
  for (const name of names) {
    const begin = performance.now();
    rows.push(...(await runMeasure(name, { seconds: MEASURES[name] as number, isShort })));
    process.stderr.write(`${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s\n`);
  }
  const missed = rows.filter(({ isMet }) => !isMet).length;
  const text =
    `Node.js ${process.version}, ${availableParallelism()} processors; ${rows.length - missed} of ${rows.length} targets are ` +
    `met, the others are in bold.\n\n${formatTable(HEAD, rows.map(toCells))}`;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  process.stdout.write(`${text}\nIn ${seconds} s, at a load of ${loadavg()[0]?.toFixed(1)}.\n`);
  if (file !== undefined) writeFileSync(file, insertTable(readFileSync(file, 'utf8'), TABLE, text));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
