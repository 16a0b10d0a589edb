// Measures which in-process queues run a job under the request that submitted it, before and after the migration.
import { readFileSync, writeFileSync } from 'node:fs';
import { insertTable } from './markdown-table.js';
import { measure } from './queue-measure.js';
import { LOSING, OTHERS } from './queue-rows.js';
import { findFaults, formatQueues } from './queue-table.js';

async function main(): Promise<void> {
  const [path] = process.argv.slice(2);
  const measured = await measure([...LOSING, ...OTHERS]);
  const table = formatQueues(measured);
  process.stdout.write(table);
  if (path !== undefined) writeFileSync(path, insertTable(readFileSync(path, 'utf8'), 'queues', table));
  const faults = measured.flatMap(findFaults);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void main();
