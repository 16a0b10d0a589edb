import { spawnSync } from 'node:child_process';
import { removeScratchFolders } from '../../support/scratch.js';
import { createProgram, runVerify } from '../../support/verify.js';

afterAll(removeScratchFolders);

describe('an application whose instrumentation intercepts imports as well', () => {
  const MAIN = `
    import PQueue from 'p-queue';
    import { format } from 'node:util';
    import * as shop from './shop.mjs';
    console.log(format('%s %s %s', new PQueue().constructor.name, shop.open, globalThis.intercepted.join()));
  `;
  const HOOK = (registration: string): string => `
    import { register } from 'node:module';
    import { Hook } from 'import-in-the-middle';
    globalThis.intercepted = [];
    ${registration}
    new Hook((exported, name) => {
      if (/shop|p-queue/.test(name)) globalThis.intercepted.push(/shop|p-queue/.exec(name)[0]);
    });
  `;

  it.each([
    ['of all modules', `register('import-in-the-middle/hook.mjs', import.meta.url);`],
    [
      'of some',
      `register('import-in-the-middle/hook.mjs', import.meta.url, { data: { include: ['p-queue'] } });`,
    ],
  ])('keeps its own list, %s', async (_, registration) => {
    const folder = createProgram({
      'main.mjs': MAIN,
      'hook.mjs': HOOK(registration),
      'shop.mjs': 'export const open = true;\n',
    });
    const command = [process.execPath, '--import', './hook.mjs', 'main.mjs'];
    const bare = spawnSync(command[0] as string, command.slice(1), { cwd: folder, encoding: 'utf8' });
    const run = await runVerify(folder, ['--', ...command]);
    expect(run.stderr).toBe(bare.stderr);
    expect(run.stdout.split('\n')[0]).toBe(bare.stdout.trim());
  });
});
