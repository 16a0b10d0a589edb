// Makes what is published small: without comments, line breaks, long local names, and what has no source any more. The
// files stay apart, so that a stack trace tells where it is.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const folder = join(import.meta.dirname, 'dist');
const MARK = /Object\.defineProperty\(exports,"__esModule",\{value:!0\}\)[,;]/;
const ANNOUNCEMENT = /^("use strict";)(?:exports\.\w+=)+void 0[,;]/;

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue;
  const path = join(folder, name);
  if (!existsSync(join(import.meta.dirname, name.replace(/\.js$/, '.ts')))) {
    rmSync(path);
    continue;
  }
  // Node.js finds the names of what is imported from an entry only where the compiler's own phrases are left; and a
  // user may ask an executor for its class's name.
  const isEntry = existsSync(path.replace(/\.js$/, '.mjs'));
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    format: 'cjs',
    minifyWhitespace: true,
    minifyIdentifiers: true,
    minifySyntax: !isEntry,
    keepNames: name === 'piscina.js',
    target: 'node20',
  });
  // The mark is for who imports a default export, the announcement for cycles: the files of this package need neither.
  const unmarked = isEntry ? code : code.replace(MARK, '').replace(ANNOUNCEMENT, '$1');
  // Tests may be loading it.
  writeFileSync(`${path}.tmp`, unmarked);
  renameSync(`${path}.tmp`, path);
}
