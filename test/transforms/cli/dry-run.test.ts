import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, run, SHOP } from '../../support/cli.js';
import { readFiles } from '../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('silence is no success', () => {
  it.each([
    ['an empty folder', {}, /Looked at 0 source files/],
    [
      'a repo without Piscina',
      { 'a.ts': 'pool.run(1);\n' },
      /Looked at 1 source file in .*found no .*Piscina pool/,
    ],
  ])('for %s it says what it looked at', (_, files, message) => {
    const { status, stdout } = run(createScratchFolder(files));
    expect(stdout).toMatch(message);
    expect(status).toBe(0);
  });

  it('names a file that cannot be parsed, finishes the others, and exits 3', () => {
    const folder = createScratchFolder({
      ...SHOP,
      'src/broken.ts': "import Piscina from 'piscina';\nconst = ;\n",
    });
    const { status, stdout } = run(folder, '--write');
    expect(stdout).toMatch(/src\/broken\.ts: cannot be parsed: .*\(line 2, column \d+\)/);
    expect(readFileSync(join(folder, 'src/pool.ts'), 'utf8')).toContain('TracedThreadPoolExecutor');
    expect(status).toBe(3);
  });
});

describe('the dry run', () => {
  it('shows a diff and the next command, and changes nothing', () => {
    const folder = createScratchFolder(SHOP);
    const { status, stdout } = run(folder);
    expect(stdout).toMatch(/^\+.*new TracedThreadPoolExecutor\(/m);
    expect(stdout).toContain('To apply this: npx traced-pool-codemod --write\n');
    expect(readFiles(folder)).toEqual(SHOP);
    expect(status).toBe(0);
  });

  it('is coloured where that is asked for', () => {
    const options = {
      cwd: createScratchFolder(SHOP),
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '1' },
    } as const;
    expect(spawnSync(process.execPath, [CLI], options).stdout).toContain('\u001B[32m+');
  });

  it('writes reports that agree with --write', () => {
    const folder = createScratchFolder(SHOP);
    const out = createScratchFolder();
    run(folder, 'src', '--report', join(out, 'a.json'), '--report', join(out, 'a.patch'));
    const report = JSON.parse(readFileSync(join(out, 'a.json'), 'utf8'));
    expect(report).toMatchObject({ schemaVersion: 1, root: join(folder, 'src'), dryRun: true });
    execFileSync('git', ['apply', join(out, 'a.patch')], { cwd: folder });
    const written = createScratchFolder(SHOP);
    expect(run(written, 'src', '--write').status).toBe(0);
    expect(readFiles(folder)).toEqual(readFiles(written));
  });

  it('may be cut off by its reader', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `labels.run(${index});\n`).join('');
    const folder = createScratchFolder({ ...SHOP, 'src/pool.ts': SHOP['src/pool.ts'] + lines });
    const child = spawn(process.execPath, [CLI, '--write'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'src/pool.ts'), 'utf8')).toContain('labels.submit(999)');
  });
});
