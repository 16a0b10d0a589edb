import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run, SHOP } from '../support/cli.js';
import { REPOSITORY } from '../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

const guide = readFileSync(join(REPOSITORY, 'docs', 'configuration.md'), 'utf8');
const examples = [...guide.matchAll(/<!-- example: (\S+) -->\n\n```\w+\n([^]*?)```/g)].map(
  ([, name = '', text = '']) => ({ name, text }),
);
const [first, kitchen, check] = examples;

const KITCHEN = {
  'cook.input.ts':
    "import { Kitchen } from '@acme/kitchen';\nexport const serve = () => new Kitchen().cook('soup');\n",
  'cook.output.ts':
    "import { TracedKitchen } from '@acme/kitchen/traced';\nexport const serve = () => new TracedKitchen().submit('soup');\n",
};

test('has the examples that are tried here', () => {
  expect(examples.map(({ name }) => name)).toEqual([
    'traced-pool.config.ts',
    'traced-pool.config.ts',
    'kitchen.test.mjs',
  ]);
});

test('the first one leaves out what it says', () => {
  const files = { ...SHOP, 'examples/pool.ts': SHOP['src/pool.ts'], 'src/a.bench.ts': SHOP['src/pool.ts'] };
  const folder = createScratchFolder({ ...files, 'traced-pool.config.ts': first?.text ?? '' });
  const { stdout, stderr } = run(folder, 'src', 'examples');
  expect(stderr).toBe('');
  expect(stdout).toContain('Looked at 2 source files');
});

test('the one with a family rewrites as it says', () => {
  const folder = createScratchFolder({
    'traced-pool.config.ts': kitchen?.text ?? '',
    'cook.ts': KITCHEN['cook.input.ts'],
  });
  run(folder, '--write');
  expect(readFileSync(join(folder, 'cook.ts'), 'utf8')).toBe(KITCHEN['cook.output.ts']);
});

describe('the test of it', () => {
  function runTest(files: Readonly<Record<string, string>>) {
    const folder = createScratchFolder({
      'traced-pool.config.mjs': kitchen?.text ?? '',
      'kitchen.test.mjs': check?.text ?? '',
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`fixtures/${name}`, text])),
    });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(REPOSITORY, join(folder, 'node_modules', 'traced-pool-codemod'));
    const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } } as const;
    return spawnSync(process.execPath, ['--test', 'kitchen.test.mjs'], options);
  }

  test('passes', () => {
    const { status, stdout } = runTest(KITCHEN);
    expect([status, stdout.includes('pass 1')]).toEqual([0, true]);
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'shows the difference where the result is another',
      { ...KITCHEN, 'cook.output.ts': KITCHEN['cook.output.ts'].replace('submit', 'serve') },
      /TracedKitchen\(\)\.submit[^]*TracedKitchen\(\)\.serve/,
    ],
    [
      'fails where another place is reported',
      { ...KITCHEN, 'cook.sites.txt': 'cook.ts:1:1 import rewritten\n' },
      /cook\.ts:2:28 construct rewritten/,
    ],
    [
      'fails where there are no fixtures',
      { 'notes.txt': '' },
      /has no fixtures; give a folder with files such as/,
    ],
  ])('%s', (_, files, expected) => {
    const { status, stdout } = runTest(files);
    expect(status).toBe(1);
    expect(stdout).toMatch(expected);
  });
});
