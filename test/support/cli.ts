import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './fixtures.js';

export const CLI = join(REPOSITORY, 'dist/cli.js');

/** A small service with a pool in one file, and a call on it in another. */
export const SHOP = {
  'package.json': '{\n  "name": "shop",\n  "dependencies": {\n    "piscina": "^5.0.0"\n  }\n}\n',
  'src/pool.ts':
    "import Piscina from 'piscina';\n\nexport const labels = new Piscina({ filename: 'label.js' });\n",
  'src/print.ts':
    "import { labels } from './pool.js';\n\nexport const print = (order: string) => labels.run(order);\n",
};

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the codemod, without colours, to its end. */
export function run(cwd: string, ...words: readonly string[]): Run {
  const environment = { ...process.env, FORCE_COLOR: '0' };
  return spawnSync(process.execPath, [CLI, ...words], { cwd, encoding: 'utf8', env: environment });
}
