// Takes comments and line breaks out of what is published, and what has no source any more; names of classes and
// functions stay, for stack traces.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const folder = join(import.meta.dirname, 'dist');

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue;
  const path = join(folder, name);
  if (!existsSync(join(import.meta.dirname, name.replace(/\.js$/, '.ts')))) {
    rmSync(path);
    continue;
  }
  // Node.js finds the names of what is imported from an entry only where the compiler's own phrases are left.
  const isEntry = existsSync(path.replace(/\.js$/, '.mjs'));
  const options = {
    minifyWhitespace: true,
    minifyIdentifiers: true,
    minifySyntax: !isEntry,
    target: 'node20',
  };
  const { code } = transformSync(readFileSync(path, 'utf8'), options);
  // Tests may be loading it.
  writeFileSync(`${path}.tmp`, code);
  renameSync(`${path}.tmp`, path);
}
