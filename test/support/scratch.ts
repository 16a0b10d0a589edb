import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** Lets what is in a scratch folder find the packages that are installed here. */
export function linkPackages(folder: string): void {
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
}

export function removeScratchFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
