// Makes what is published small: without comments, line breaks, long local names, and what has no source any more. The
// files stay apart, so that a stack trace tells where it is.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { transformSync } from 'esbuild';

const folder = join(import.meta.dirname, 'dist');
const MARK = /Object\.defineProperty\(exports,"__esModule",\{value:!0\}\)[,;]/;
const ANNOUNCEMENT = /^("use strict";)(?:exports\.\w+=)+void 0[,;]/;

const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
// What ES modules import by name.
const entries = new Set(
  names
    .filter((name) => name.endsWith('.mjs'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/from\s*["'](\.[^"']+)["']/g)])
    .map(([, specifier]) => normalize(specifier)),
);

for (const name of names) {
  if (!/\.m?js$/.test(name)) continue;
  const path = join(folder, name);
  if (!existsSync(join(import.meta.dirname, name.replace(/js$/, 'ts')))) {
    rmSync(path);
    continue;
  }
  const text = readFileSync(path, 'utf8');
  // Packed before, and not built again since.
  if (!/\n./.test(text)) continue;
  const isModule = name.endsWith('.mjs');
  // Node.js finds the names of what is imported from an entry only where the compiler's own phrases are left.
  const isEntry = isModule || entries.has(name);
  const { code } = transformSync(text, {
    format: isModule ? 'esm' : 'cjs',
    minifyWhitespace: true,
    minifyIdentifiers: true,
    minifySyntax: !isEntry,
    // A user may ask an executor for its class's name.
    keepNames: /class \w+ extends/.test(text),
    target: 'node20',
  });
  // The mark is for who imports a default export, the announcement for cycles: the files of this package need neither.
  const unmarked = isEntry ? code : code.replace(MARK, '').replace(ANNOUNCEMENT, '$1');
  // Tests may be loading it.
  writeFileSync(`${path}.tmp`, unmarked);
  renameSync(`${path}.tmp`, path);
}
