import { join } from 'node:path';
import { findNextSteps, formatWriteCommand } from '../../../transforms/review/next-steps.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('the command that writes', () => {
  it.each([
    [[], 'npx traced-pool-codemod --write'],
    [['--check', '--since', 'main', 'src'], 'npx traced-pool-codemod src --write'],
    [['--since=main', '--baseline', 'b.json', '--minimal'], 'npx traced-pool-codemod --minimal --write'],
    [['my files', "it's"], String.raw`npx traced-pool-codemod 'my files' 'it'\''s' --write`],
  ])('%j', (words, command) => {
    expect(formatWriteCommand(words)).toBe(command);
  });
});

describe('what to type then', () => {
  const scripts = { test: 'jest', 'type-check': 'tsc', prettier: 'prettier .', format: 'prettier --write .' };

  it.each([
    ['the scripts that there are', {}, ['npm install', 'npm run format', 'npm run type-check', 'npm test']],
    [
      'with pnpm',
      { 'pnpm-lock.yaml': '' },
      ['pnpm install', 'pnpm run format', 'pnpm run type-check', 'pnpm test'],
    ],
  ])('%s', (_, files, steps) => {
    const root = createScratchFolder({
      'package.json': JSON.stringify({ scripts }),
      'src/a.ts': '',
      ...files,
    });
    expect(findNextSteps(join(root, 'src'), true)).toEqual(steps);
    expect(findNextSteps(root, false)).toEqual(steps.slice(1));
  });

  it.each([
    ['no scripts', '{}'],
    ['a broken package.json', '{'],
  ])('with %s, to install is all', (_, text) => {
    expect(findNextSteps(createScratchFolder({ 'package.json': text }), true)).toEqual(['npm install']);
  });
});
