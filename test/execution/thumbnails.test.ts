import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES, REPOSITORY } from '../support/fixtures.js';
import { createScratchFolder, linkPackages, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

const CLI = join(REPOSITORY, 'dist', 'cli.js');
const app = join(FIXTURES, 'apps', 'thumbnails');
const ASSET = /\.(jpg|png)$/;

/** What is not a picture, nor linked or installed. */
function sourceFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name !== 'node_modules' && !ASSET.test(name));
  const files = names.flatMap((name): [string, string][] => {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) return [[name, readFileSync(path, 'utf8')]];
    return Object.entries(sourceFiles(path)).map(([below, text]) => [`${name}/${below}`, text]);
  });
  return Object.fromEntries(files);
}

function run(...given: string[]): string {
  return execFileSync(process.execPath, given, { cwd: REPOSITORY, encoding: 'utf8' });
}

describe('the bundled service', () => {
  test('is shown its migration, and not touched', () => {
    const before = sourceFiles(app);
    expect(run(CLI, app)).toContain('+    "traced-pool"');
    expect(sourceFiles(app)).toEqual(before);
  });

  test('is migrated by --write in its own lines only, type-checks, and stays so', () => {
    const before = sourceFiles(app);
    const copy = createScratchFolder(before);
    linkPackages(copy);
    run(CLI, copy, '--write');
    const after = sourceFiles(copy);
    const changedLines = Object.keys(before).flatMap((name) => {
      const [old, now] = [before[name], after[name]].map((text) => text?.split('\n') ?? []);
      return now?.filter((line) => !old?.includes(line)).map((line) => `${name}: ${line.trim()}`) ?? [];
    });
    expect(changedLines.toSorted()).toEqual([
      'package.json: "traced-pool": "^0.1.0",',
      'src/pool.ts: export const pool = new TracedThreadPoolExecutor({',
      "src/pool.ts: import { TracedThreadPoolExecutor } from 'traced-pool';",
      "src/routes.ts: const sha256: string = await pool.submit({ image }, { name: 'checksum' });",
      'src/routes.ts: const thumbnail: Thumbnail = await pool.submit(task);',
      'src/routes.ts: const thumbnail: Thumbnail = await pool.submit({ image: request.body, width });',
      'src/routes.ts: const thumbnails: Thumbnail[] = await pool.map(tasks);',
      'src/routes.ts: const { jpeg, width, height }: Thumbnail = await pool.submit(',
    ]);
    expect(run(join(REPOSITORY, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', copy)).toBe('');
    expect(run(CLI, copy, '--write')).toContain('0 files changed');
    expect(sourceFiles(copy)).toEqual(after);
  });
});
