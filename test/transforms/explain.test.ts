import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Files } from '../support/fixtures.js';
import { REPOSITORY } from '../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

const FILES: Files = {
  'package.json': '{ "dependencies": { "piscina": "^5.0.0" } }',
  'src/kiln.ts': [
    "import { Piscina as Pool } from 'piscina';",
    'let kiln: Pool | undefined;',
    'export function getKiln(): Pool {',
    "  return (kiln ??= new Pool({ filename: new URL('./pots.js', import.meta.url).href }));",
    '}',
    '',
  ].join('\n'),
  'src/pots.ts': 'export default (pot: string) => pot;\n',
  'src/fire.ts': [
    "import { getKiln } from './kiln.js';",
    'export const fire = (pot: string) => getKiln().run(pot);',
    'export const glaze = (kiln, pot) => kiln.run(pot);',
    '',
  ].join('\n'),
  'src/kiln.min.js': "require('piscina')",
};

function explain(...words: readonly string[]) {
  const cwd = createScratchFolder(FILES);
  const cli = join(REPOSITORY, 'dist/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'explain', ...words], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout: stdout.trimEnd(), stderr: stderr.replaceAll(`${cwd}/`, '').trimEnd() };
}

it('tells by which places a call was proven', () => {
  const { status, stdout, stderr } = explain('src/fire.ts:2');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    [
      'src/fire.ts:2:38  dispatch: rewritten, submit',
      '  By what was found:',
      '    src/fire.ts:1  is imported here',
      "      import { getKiln } from './kiln.js';",
      '    src/kiln.ts:3  comes out of this function',
      '      export function getKiln(): Pool {',
      '    src/kiln.ts:4  is built here',
      "      return (kiln ??= new Pool({ filename: new URL('./pots.js', import.meta.url).href }));",
      '    src/kiln.ts:1  is imported here',
      "      import { Piscina as Pool } from 'piscina';",
    ].join('\n'),
  );
});

it('tells which file the workers of a pool run', () => {
  expect(explain('src/kiln.ts:4:20').stdout).toMatch(/construct: rewritten\n[^]*runs src\/pots\.ts\n/);
});

it('tells why a call was refused, and where to read on', () => {
  const { stdout } = explain('src/fire.ts:3', '.');
  expect(stdout).toMatch(
    /^src\/fire\.ts:3:37 {2}dispatch: refused, unproven-receiver\n {2}it cannot be proven/,
  );
  expect(stdout).toContain('docs/reasons.md#unproven-receiver');
  expect(stdout).toMatch(/src\/fire\.ts:3 {2}is a parameter here/);
});

it.each([
  ['src/fire.ts:1', /^Nothing on line 1 of src\/fire\.ts builds a pool.* Its sites are on line 2, 3\.$/],
  ['src/pots.ts:1', /^Nothing on line 1 of src\/pots\.ts builds a pool.* It has no sites\.$/],
  ['src/kiln.min.js:1', /^src\/kiln\.min\.js is not looked into: it is minified, by its name\.$/],
])('says of %s that there is nothing', (place, expected) => {
  const { status, stdout } = explain(place);
  expect(status).toBe(0);
  expect(stdout).toMatch(expected);
});

it.each([
  [[], /explain needs a place, such as src\/pool\.ts:12, and not ''$/],
  [['src/fire.ts'], /explain needs a place/],
  [['src/gone.ts:1'], /explain: there is no file src\/gone\.ts/],
  [['src/fire.ts:2', 'src/kiln.ts'], /src\/fire\.ts lies outside of what is looked at/],
  [['src/fire.ts:2', '--write', '--nonsense'], /unknown option '--nonsense'/],
])('takes %j for a mistake', (words, expected) => {
  const { status, stdout, stderr } = explain(...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(expected);
});
