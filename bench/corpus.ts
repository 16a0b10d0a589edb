import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listFolders } from './corpus-files.js';
import { judgeRepository } from './corpus-repository.js';
import { formatFaults, formatVerdicts, isSound } from './corpus-table.js';

const USAGE = `node bench/dist/corpus.js FOLDER [--json FILE] [--only NAME] [--cli dist/cli.js]
    FOLDER has a checkout in each of its folders; they are migrated in copies
`;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true },
      cli: { type: 'string', default: join(__dirname, '..', '..', 'dist', 'cli.js') },
    },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new TypeError(USAGE);
  return { ...values, folder: resolve(folder), cli: resolve(values.cli) };
}

function main(): void {
  const { folder, json, only = [], cli } = readOptions();
  const folders = listFolders(folder).filter(
    (path) => only.length === 0 || only.some((name) => path.includes(name)),
  );
  const verdicts = folders.map((path) => {
    process.stderr.write(`${path}\n`);
    return judgeRepository(resolve(path), cli);
  });
  process.stdout.write(`${formatVerdicts(verdicts)}\n${verdicts.map(formatFaults).join('')}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(verdicts, null, 2)}\n`);
  if (!verdicts.every(isSound)) process.exitCode = 1;
}

main();
