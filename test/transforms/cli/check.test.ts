import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, SHOP } from '../../support/cli.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('--check', () => {
  it('exits 1 while something would change, and 0 when it is done', () => {
    const folder = createScratchFolder(SHOP);
    expect(run(folder, '--check').status).toBe(1);
    run(folder, '--write');
    expect(run(folder, '--check').status).toBe(0);
  });

  it('fails on what is not in the baseline alone', () => {
    const folder = createScratchFolder(SHOP);
    const known = ['--quiet', '--baseline', 'known.json'];
    const { stderr, status } = run(folder, ...known);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*no baseline known\.json[^\n]*\n$/)]);
    expect(run(folder, ...known, '--update-baseline').status).toBe(0);
    appendFileSync(join(folder, 'src/print.ts'), '\nexport const reprint = () => labels.run("again");\n');
    const { stdout, ...found } = run(folder, ...known);
    expect(stdout).toMatch(
      /^Looked at 2 source files[^]*\nCheck failed: 1 place [^\n]*:\n {2}src\/print\.ts:5:30 /,
    );
    expect(stdout).toContain('To apply this: npx traced-pool-codemod --quiet --write\n');
    expect(found.status).toBe(1);
  });
});
