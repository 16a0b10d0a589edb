import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './fixtures.js';
import type { Files } from './fixtures.js';

const folders: string[] = [];

/** A new folder with these files; {@link removeScratchFolders} removes it. */
export function createScratchFolder(files: Files = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'traced-pool-test-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

const INSTALLED = join(REPOSITORY, 'node_modules');

/** Lets what is in a scratch folder find the packages that are installed here, or in another folder. */
export function linkPackages(folder: string, packages = INSTALLED): void {
  symlinkSync(packages, join(folder, 'node_modules'));
}

/**
 * A folder of packages with another version of a library, which the runtime finds as well.
 *
 * @param alias the name under which that version is installed here.
 */
export function createPackages(library: string, alias: string): string {
  const packages = join(createScratchFolder(), 'node_modules');
  const runtime = join(packages, 'traced-pool');
  cpSync(join(REPOSITORY, 'runtime', 'dist'), join(runtime, 'dist'), { recursive: true });
  cpSync(join(REPOSITORY, 'runtime', 'package.json'), join(runtime, 'package.json'));
  symlinkSync(join(INSTALLED, alias), join(packages, library));
  symlinkSync(join(INSTALLED, '@opentelemetry'), join(packages, '@opentelemetry'));
  return packages;
}

export function removeScratchFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
