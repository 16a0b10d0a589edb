import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, run, SHOP } from '../../support/cli.js';
import type { Run } from '../../support/cli.js';
import { readFiles } from '../../support/fixtures.js';
import type { Files } from '../../support/fixtures.js';
import { commitAll } from '../../support/git.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const STREET: Files = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    [`shop-${index}/pool.ts`, SHOP['src/pool.ts']],
    [`shop-${index}/print.ts`, SHOP['src/print.ts']],
  ]).flat(),
);
const STREET_WITH_MANIFEST: Files = { ...STREET, 'package.json': SHOP['package.json'] };

/** What a run that nothing disturbs makes of the street. */
let finished: Files;

beforeAll(() => {
  const folder = createScratchFolder(STREET_WITH_MANIFEST);
  run(folder, '--write');
  finished = readFiles(folder);
});

const namesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));

/** Runs the codemod on a street of shops, with a signal in the middle of what it writes. */
function interrupt(signal: string, ...words: readonly string[]) {
  const folder = createScratchFolder(STREET_WITH_MANIFEST);
  commitAll(folder);
  const preload = `
    const fs = require('node:fs');
    const { renameSync } = fs;
    let count = 0;
    fs.renameSync = (...paths) => {
      if (++count === 7) process.kill(process.pid, '${signal}');
      renameSync(...paths);
    };`;
  const path = join(createScratchFolder({ 'interrupt.cjs': preload }), 'interrupt.cjs');
  const { status, stdout, stderr }: Run = spawnSync(
    process.execPath,
    ['--require', path, CLI, '--write', ...words],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
  );
  return { folder, status, stdout, stderr };
}

describe('a signal in the middle of what is written', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s leaves whole files, linked ones all or none', (signal) => {
    const { folder, status, stdout } = interrupt(signal);
    expect(status).toBe(130);
    expect(stdout).toContain(
      'Broken off. To write the rest: npx traced-pool-codemod --write --allow-dirty\n',
    );
    expect(namesBelow(folder)).toEqual([]);
    const after = readFiles(folder);
    const isMoved = (path: string): boolean => after[path] !== STREET_WITH_MANIFEST[path];
    const moved = Object.keys(STREET).filter(isMoved);
    expect(moved.length).toBeGreaterThan(2);
    expect(moved.length).toBeLessThan(Object.keys(STREET).length);
    for (const path of moved) expect(after[path]).toMatch(/TracedThreadPoolExecutor\(|submit\(order\)/);
    for (let shop = 0; shop < 12; shop += 1)
      expect(isMoved(`shop-${shop}/pool.ts`)).toBe(isMoved(`shop-${shop}/print.ts`));
  });

  it('is made good by the command that it says', () => {
    const { folder } = interrupt('SIGINT', '--quiet');
    expect(run(folder, '--quiet', '--write').status).toBe(2);
    expect(run(folder, '--quiet', '--write', '--allow-dirty').status).toBe(0);
    expect(readFiles(folder)).toMatchObject(finished);
  });
});

describe('two runs at once', () => {
  const start = (cwd: string): Promise<{ status: number | null; text: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [CLI, '--write', '--quiet'], {
        cwd,
        env: { ...process.env, FORCE_COLOR: '0' },
      });
      let text = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => (text += String(chunk)));
      child.on('close', (status) => resolve({ status, text }));
    });

  it('come to what one comes to, and neither reports a success that is none', async () => {
    const folder = createScratchFolder(STREET_WITH_MANIFEST);
    const runs = await Promise.all([start(folder), start(folder), start(folder)]);
    for (const { status, text } of runs) expect([status, text.includes('\nFailed')]).toEqual([0, false]);
    expect(readFiles(folder)).toEqual(finished);
    expect(namesBelow(folder)).toEqual([]);
  });
});

describe('a disk that is full', () => {
  it('keeps the code as it was, and says which files are concerned', () => {
    const mounted = createScratchFolder();
    const shop = createScratchFolder({
      ...SHOP,
      'src/other.ts': SHOP['src/pool.ts'] + '// by the door\n'.repeat(600),
    });
    // A disk of its own of 32 kB, of which 4 kB are left.
    const script = `
      mount -t tmpfs -o size=32k none ${mounted} && cp -r ${shop}/. ${mounted} && cd ${mounted} || exit 99
      dd if=/dev/zero of=filler bs=4096 2> /dev/null; truncate -s -4096 filler
      '${process.execPath}' '${CLI}' --write --quiet --ignore filler; code=$?
      echo '--- files'; cat src/other.ts; ls -A src; exit $code`;
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['--map-root-user', '--mount', 'sh', '-c', script],
      { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
    );
    expect(stderr).toBe('');
    expect(status).toBe(3);
    const [told, files] = stdout.split('--- files\n');
    expect(told).toMatch(/src\/other\.ts: cannot be written: the disk is full\n/);
    expect(files).toContain(SHOP['src/pool.ts']);
    expect(files).toMatch(/\nother\.ts\npool\.ts\nprint\.ts\n$/);
  });
});
