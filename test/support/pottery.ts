import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './fixtures.js';
import type { Files } from './fixtures.js';
import { createScratchFolder } from './scratch.js';

export const HOSTILE_NAME = `src/"><img src=x onerror=hit=1>&'\u202Ets.ts`;

/** A service with two families, linked files, and a file that would break out of a page if it could. */
export const POTTERY: Files = {
  'package.json': '{\n  "dependencies": {\n    "p-limit": "^3.1.0",\n    "piscina": "^5.0.0"\n  }\n}\n',
  'src/kiln.ts': [
    "import Piscina from 'piscina';",
    '',
    '/** Fires pots,',
    ' * many at once. */',
    "export const kiln = new Piscina({ filename: 'pots.js' });",
    '',
  ].join('\n'),
  'src/fire.ts': [
    "import { kiln } from './kiln.js';",
    '',
    'export const fire = (pot: string) => kiln.run({ pot, label: `pot ${pot}` });',
    ...Array.from({ length: 12 }, (_, index) => `export const shelf${index} = ${index};`),
    'export const glaze = (oven, pot) => oven.run(pot);',
    '',
  ].join('\n'),
  'src/clay/knead.js': [
    "const pLimit = require('p-limit');",
    'const limit = pLimit(2);',
    'exports.knead = (lump) => limit(() => lump.knead());',
    '',
  ].join('\r\n'),
  [HOSTILE_NAME]: [
    "import Piscina from 'piscina';",
    "export const a = '</script><script>window.hit = 1</script><!-- <img src=x onerror=hit=1>';",
    "export const pool = new Piscina({ filename: '\u202Eevil\u2066\u200B' }); // \u2028 lone\rreturn",
    '',
  ].join('\n'),
  'lib/kiln.min.js': "require('piscina')",
};

export interface Reports {
  readonly root: string;
  readonly html: string;
  readonly patch: string;
}

/** Has the command line write the reports of a tree. */
export function writeReports(files: Files): Reports {
  const root = createScratchFolder(files);
  const out = createScratchFolder();
  const [html, patch] = [join(out, 'review.html'), join(out, 'review.patch')];
  const words = [join(REPOSITORY, 'dist', 'cli.js'), '.', '--report', html, '--report', patch];
  execFileSync(process.execPath, words, { cwd: root, stdio: 'pipe' });
  return { root, html, patch };
}
