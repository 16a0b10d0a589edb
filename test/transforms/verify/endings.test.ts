import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeScratchFolders } from '../../support/scratch.js';
import { countsOf, createProgram, runVerify, startVerify, TELEMETRY } from '../../support/verify.js';

afterAll(removeScratchFolders);

const NODE = process.execPath;
const script = (code: string): string[] => ['--', NODE, '-e', code];
/** A program that runs until it is stopped, and says that it is there. */
const SERVER = `
  const { provider } = require('./telemetry.cjs');
  const { trace } = require('@opentelemetry/api');
  trace.getTracer('shop').startSpan('open').end();
  const timer = setInterval(() => {}, 1000);
  process.on('SIGTERM', async () => {
    clearInterval(timer);
    await provider.shutdown();
  });
  require('node:fs').writeFileSync('pid.txt', String(process.pid));
`;

async function waitForFile(path: string): Promise<string> {
  while (!existsSync(path) || readFileSync(path, 'utf8') === '') await sleep(20);
  return readFileSync(path, 'utf8');
}

describe('the exit code', () => {
  it.each([0, 1, 7])('is that of the command: %i', async (code) => {
    expect((await runVerify(createProgram({}), script(`process.exit(${code})`))).code).toBe(code);
  });

  it('is that of a shell where the command is killed by a signal', async () => {
    const { code } = await runVerify(createProgram({}), script("process.kill(process.pid, 'SIGKILL')"));
    expect(code).toBe(128 + 9);
  });

  it('is that of a command that fails, though spans are wrong as well', async () => {
    const folder = createProgram({
      'main.cjs': `require('@opentelemetry/api').trace.getTracer('t').startSpan('never'); process.exit(4);`,
    });
    const run = await runVerify(folder, ['--', NODE, 'main.cjs']);
    expect([run.code, countsOf(run)]).toEqual([4, { 'never-ended': 1 }]);
  });
});

describe('a signal', () => {
  it('goes to the command, whose end is waited for, and the verdict comes after it', async () => {
    const folder = createProgram({ 'telemetry.cjs': TELEMETRY, 'main.cjs': SERVER });
    const child = startVerify(folder, ['--', NODE, 'main.cjs']);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await waitForFile(join(folder, 'pid.txt'));
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(0);
    expect(output).toContain('1 span in 1 trace');
    expect(readFileSync(join(folder, 'exported.txt'), 'utf8')).toBe('open\n');
  });
});

describe('a command that does not end by itself', () => {
  it.each([
    // Long enough for the program to be there on a machine that others keep busy.
    ['--timeout', '8s'],
    ['--until-idle', '0.5s'],
  ])('is stopped by %s %s, which is no failure of its', async (...option) => {
    const folder = createProgram({ 'telemetry.cjs': TELEMETRY, 'main.cjs': SERVER });
    const run = await runVerify(folder, [...option, '--', NODE, 'main.cjs']);
    expect([countsOf(run), run.code]).toEqual([{}, 0]);
    expect(run.stdout).toContain('1 span in 1 trace');
  });

  it('is stopped with the processes that it has started, and they are waited for', async () => {
    const start = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['main.cjs'], { stdio: 'inherit' });
      process.on('SIGTERM', () => process.exit());
    `;
    const folder = createProgram({ 'telemetry.cjs': TELEMETRY, 'main.cjs': SERVER, 'start.cjs': start });
    const run = await runVerify(folder, ['--until-idle', '500ms', '--', NODE, 'start.cjs']);
    expect([countsOf(run), run.code]).toEqual([{}, 0]);
    const pid = Number(readFileSync(join(folder, 'pid.txt'), 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow();
  });
});

describe('what the command is given', () => {
  it('is its arguments as they are, its input, output and environment', async () => {
    const print =
      "console.log(JSON.stringify([process.argv.slice(1), process.env.SHOP])); console.error('to stderr')";
    const run = await runVerify(createProgram({}), [...script(print), '--', '--quiet', 'a b', '--', "it's"]);
    expect(run.stdout).toMatch(/^\[\["--quiet","a b","--","it's"\],null\]$/m);
    expect(run.stderr).toBe('to stderr\n');
  });

  it('keeps the options of node that were there, and works in a folder whose name has spaces', async () => {
    const folder = join(createProgram({}), 'my shop');
    mkdirSync(folder);
    writeFileSync(join(folder, 'hello.cjs'), "console.log('hello');\n");
    const run = await runVerify(folder, script("console.log('world')"), {
      NODE_OPTIONS: '--require ./hello.cjs',
    });
    // It is for the codemod as well.
    expect(run.stdout).toMatch(/^hello\nhello\nworld\n/);
  });
});

describe('a mistake is one sentence and exit code 2', () => {
  it.each<[string, string[], string]>([
    ['no command', [], 'verify needs a command to run, after two hyphens: verify -- npm start'],
    ['nothing after the hyphens', ['--'], 'verify needs a command to run'],
    ['no hyphens', ['npm', 'start'], 'the command comes after two hyphens: verify -- npm start'],
    ['an option that is none', ['--fast', '--', 'true'], "unknown option '--fast'; verify --help lists"],
    [
      'a time that is none',
      ['--timeout', 'soon', '--', 'true'],
      'It must be a time, such as 500ms, 30s or 2m',
    ],
    ['a time of zero', ['--timeout', '0', '--', 'true'], 'It must be a time'],
    ['a file that is missing', ['--compare', 'none.json', '--', 'true'], 'There is no such file'],
    ['a folder that is missing', ['--save', 'none/x.json', '--', 'true'], 'Its folder does not exist'],
    [
      'a command that is missing',
      ['--', 'no-such-command'],
      'no-such-command cannot be run: there is no such',
    ],
  ])('%s', async (_, words, sentence) => {
    const { code, stdout, stderr } = await runVerify(createProgram({}), words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a saved run that is none', async () => {
    const folder = createProgram({ 'a.json': '{}', 'b.json': 'no' });
    for (const name of ['a.json', 'b.json']) {
      const { code, stderr } = await runVerify(folder, ['--compare', name, '--', NODE, '-e', '0']);
      expect([code, stderr.split('\n').length]).toEqual([2, 2]);
      expect(stderr).toContain(name);
    }
  });
});

test('a folder for temporary files that is missing is a mistake as well', async () => {
  const { code, stderr } = await runVerify(createProgram({}), script('0'), { TMPDIR: '/nowhere' });
  expect([code, stderr.split('\n').length]).toEqual([2, 2]);
  expect(stderr).toContain('verify needs a folder for temporary files, which TMPDIR may name');
});

test('--help fits a screen of 24 lines with 80 columns', async () => {
  const { code, stdout } = await runVerify(createProgram({}), ['--help']);
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(24);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});
