import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Copies an application into a new folder that goes away with this process; its packages are those of the repository.
 *
 * @returns the copy's path.
 */
export function makeScratchCopy(application: string, packages: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'traced-pool-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const copy = join(folder, basename(application));
  cpSync(application, copy, {
    recursive: true,
    filter: (source) => basename(source) !== 'node_modules',
  });
  symlinkSync(packages, join(copy, 'node_modules'), 'junction');
  return copy;
}
