import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles, REPOSITORY } from '../support/fixtures.js';
import type { Files } from '../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

const CLI = join(REPOSITORY, 'dist/cli.js');

const SHOP = {
  'package.json': '{\n  "name": "shop",\n  "dependencies": {\n    "piscina": "^5.0.0"\n  }\n}\n',
  'src/pool.ts':
    "import Piscina from 'piscina';\n\nexport const labels = new Piscina({ filename: 'label.js' });\n",
  'src/print.ts':
    "import { labels } from './pool.js';\n\nexport const print = (order: string) => labels.run(order);\n",
};

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, ...words: readonly string[]): Run {
  const environment = { ...process.env, FORCE_COLOR: '0' };
  return spawnSync(process.execPath, [CLI, ...words], { cwd, encoding: 'utf8', env: environment });
}

function commit(folder: string): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  execFileSync('git', ['add', '.'], { cwd: folder });
  execFileSync('git', [...identity, 'commit', '--quiet', '-m', 'start'], { cwd: folder });
}

afterAll(removeScratchFolders);

describe('a mistake in the arguments is one sentence and exit code 2', () => {
  it.each([
    ['a missing path', ['nowhere'], /nowhere does not exist/],
    ['an unknown option', ['--fast', '4'], /unknown option '--fast'/],
    ['no number of threads', ['--jobs', 'all'], /--jobs .*whole number from 1 to 64/],
    ['too many threads', ['--jobs', '65'], /--jobs .*whole number from 1 to 64/],
    ['a missing tsconfig', ['--tsconfig', 'nowhere.json'], /--tsconfig .*It is not a file/],
    ['a misspelt option', ['--writ'], /unknown option '--writ' \(Did you mean --write\?\)/],
    ['an empty path', [''], /'' does not exist/],
    ['an unknown family', ['--family', 'piscina,acme'], /piscina/],
    ['a report of an unknown kind', ['--report', 'out.txt'], /\.html, \.json, \.patch or \.sarif/],
    ['a report in a folder that is not there', ['--report', 'no/where/out.json'], /folder does not exist/],
    ['a report that is a folder', ['--report', 'folder.json'], /not a file/],
    ['no baseline to update', ['--update-baseline'], /--update-baseline needs --baseline FILE/],
    ['two scopes', ['--since', 'main', '--staged'], /--since and --staged .*; give one of them/],
    ['an unknown use of colours', ['--color', 'blue'], /auto, always, never/],
    ['an alias without a library', ['--alias', '@acme/piscina'], /@acme\/piscina=piscina/],
    ['an alias of an unknown library', ['--alias', '@acme/pool=pool'], /no family knows pool/],
  ])('%s', (_, words, message) => {
    const folder = createScratchFolder({ ...SHOP, 'folder.json/x.txt': '' });
    const { status, stdout, stderr } = run(folder, ...words);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('what is printed on demand', () => {
  it.each([
    ['--version', /^\d+\.\d+\.\d+\n$/],
    ['--help', /--allow-dirty/],
    ['--list', /^piscina/m],
  ])('%s', (option, expected) => {
    const { status, stdout } = run(createScratchFolder(), option);
    expect(stdout).toMatch(expected);
    expect(status).toBe(0);
  });

  it('--help fits a screen of 24 lines with 80 columns, below the command', () => {
    const lines = run(createScratchFolder(), '--help').stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.length).toBeLessThan(24);
  });
});

describe('what finds and proves', () => {
  const recorder = `process.on('exit', () => {
    const heavy = Object.keys(require.cache).filter((path) => /node_modules.(ts-morph|@ts-morph|jscodeshift|@babel|diff|@lezer)./.test(path));
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
    commit(folder);
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
