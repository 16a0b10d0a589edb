import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './fixtures.js';

/** Packs one of the packages as it is published; gives the tarball's path. */
export function pack(folder: string, into: string): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', into], { cwd: join(REPOSITORY, folder) });
  const name = folder === '.' ? 'traced-pool-codemod-' : 'traced-pool-';
  const found = readdirSync(into).find(
    (file) => file.startsWith(name) && /-\d/.test(file.slice(name.length - 1)),
  );
  return join(into, found ?? '');
}
