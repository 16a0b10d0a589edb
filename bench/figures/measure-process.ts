// Runs one measure, and prints its rows as JSON. `node measure-process.js NAME SECONDS [--short]`
import { parseArgs } from 'node:util';
import type { Measure } from './row.js';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name = '', seconds] = positionals;
  const { measure } = (await import(`./measures/${name}.js`)) as { measure: Measure };
  const rows = await measure({ seconds: Number(seconds), isShort: values.short });
  process.stdout.write(JSON.stringify(rows));
}

void main();
