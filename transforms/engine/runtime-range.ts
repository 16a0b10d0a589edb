import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly version: string;
}

const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as Manifest;

/** The codemod's version, which is the runtime's as well. */
export const VERSION = manifest.version;

/** What a migrated application is to depend on. */
export const RUNTIME_RANGE = `^${VERSION}`;
