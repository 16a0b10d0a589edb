import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CLI, SHOP } from '../../support/cli.js';
import type { Files } from '../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('what finds and proves', () => {
  const recorder = `process.on('exit', () => {
    const heavy = Object.keys(require.cache).filter((path) => /node_modules.(ts-morph|@ts-morph|jscodeshift|@babel|diff|@lezer|jiti)./.test(path));
    process.stderr.write(heavy.length + ' heavy modules');
  });`;

  it.each<[string, Files, readonly string[]]>([
    ['--help', SHOP, ['--help']],
    ['--list', SHOP, ['--list']],
    ['--version', SHOP, ['--version']],
    ['a repo without Piscina', { 'a.ts': 'export const task = () => pool.run(1);\n' }, []],
  ])('is not loaded for %s', (_, files, words) => {
    const folder = createScratchFolder(files);
    const preload = join(createScratchFolder({ 'record.cjs': recorder }), 'record.cjs');
    const { status, stderr } = spawnSync(process.execPath, ['--require', preload, CLI, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '0 heavy modules']);
  });
});

describe('what only a report needs', () => {
  it.each([
    ['is not loaded without one', [], false],
    ['is loaded for one', ['--report', 'review.html'], true],
  ])('%s', (_, words, expected) => {
    const recorder = `process.on('exit', () => {
      process.stderr.write(String(Object.keys(require.cache).some((path) => /@lezer|review.html/.test(path))));
    });`;
    const preload = join(createScratchFolder({ 'record.cjs': recorder }), 'record.cjs');
    const options = { cwd: createScratchFolder(SHOP), encoding: 'utf8' } as const;
    const { stderr } = spawnSync(process.execPath, ['--require', preload, CLI, ...words], options);
    expect(stderr).toBe(String(expected));
  });
});
