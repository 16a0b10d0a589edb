import { appendFileSync, chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run, SHOP } from '../../support/cli.js';
import { readFiles } from '../../support/fixtures.js';
import { commitAll } from '../../support/git.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('--write', () => {
  it('changes what the diff said, and nothing the second time', () => {
    const folder = createScratchFolder(SHOP);
    expect(run(folder, '--write').status).toBe(0);
    const once = readFiles(folder);
    expect(once['src/print.ts']).toContain('labels.submit(order)');
    expect(once['package.json']).toContain('"traced-pool"');
    const again = run(folder, '--write');
    expect(again.stdout).toContain('already traced');
    expect(again.status).toBe(0);
    expect(readFiles(folder)).toEqual(once);
  });

  it('refuses a dirty git tree, unless told not to', () => {
    const folder = createScratchFolder({ ...SHOP, 'README.md': 'shop\n' });
    commitAll(folder);
    appendFileSync(join(folder, 'README.md'), 'more\n');
    const refused = run(folder, '--write');
    expect(refused.stderr).toMatch(/uncommitted changes \(README\.md\).*--allow-dirty/);
    expect(refused.status).toBe(2);
    expect(readFileSync(join(folder, 'src/pool.ts'), 'utf8')).toBe(SHOP['src/pool.ts']);
    expect(run(folder, '--write', '--allow-dirty').status).toBe(0);
    expect(readFileSync(join(folder, 'src/pool.ts'), 'utf8')).toContain('TracedThreadPoolExecutor');
    expect(run(folder, '--write').status).toBe(0);
  });

  it('leaves a read-only file and what calls its pool, and exits 3', () => {
    const folder = createScratchFolder(SHOP);
    chmodSync(join(folder, 'src/pool.ts'), 0o444);
    const { status, stdout } = run(folder, '--write');
    expect(stdout).toMatch(/src\/pool\.ts: cannot be written: it is read-only/);
    expect(readFileSync(join(folder, 'src/print.ts'), 'utf8')).toBe(SHOP['src/print.ts']);
    expect(status).toBe(3);
  });

  it('writes nothing outside of the path but the nearest package.json', () => {
    const folder = createScratchFolder({ ...SHOP, 'other/pool.ts': SHOP['src/pool.ts'] });
    symlinkSync('../other/pool.ts', join(folder, 'src/link.ts'));
    run(folder, 'src', '--write');
    expect(readFileSync(join(folder, 'other/pool.ts'), 'utf8')).toBe(SHOP['src/pool.ts']);
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toContain('traced-pool');
    expect(existsSync(join(folder, 'src/package.json'))).toBe(false);
  });
});

describe('a run that was broken off', () => {
  it('is finished by the next one: files that were written still get their dependency', () => {
    const shop = createScratchFolder(SHOP);
    run(shop, '--write');
    const finished = readFiles(shop);
    const halfway = createScratchFolder({ ...finished, 'package.json': SHOP['package.json'] });
    expect(run(halfway, '--write').status).toBe(0);
    expect(readFiles(halfway)).toEqual(finished);
    expect(finished['package.json']).toContain('"traced-pool"');
  });

  it('is finished once a package.json that could not be read has been mended', () => {
    const shop = createScratchFolder({ ...SHOP, 'package.json': '{ "dependencies": ' });
    const first = run(shop, '--write');
    expect(first.status).toBe(3);
    expect(first.stdout).toContain('package.json: is not valid JSON');
    const mended = createScratchFolder({ ...readFiles(shop), 'package.json': SHOP['package.json'] });
    expect(run(mended, '--write').status).toBe(0);
    expect(readFiles(mended)['package.json']).toContain('"traced-pool"');
  });
});
