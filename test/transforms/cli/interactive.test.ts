import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, run, SHOP } from '../../support/cli.js';
import { readFiles } from '../../support/fixtures.js';
import { commitAll } from '../../support/git.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';
import { closeTerminals, ENDED, Tmux } from '../../support/tmux.js';

afterEach(closeTerminals);
afterAll(removeScratchFolders);

const QUESTION = /Apply th[^?]*\[y,n,a,d,e,b,q,\?\]\?$/;
const COMMAND = `'${process.execPath}' '${CLI}' --interactive`;

/** A terminal with a review of the shop, at its first question. */
async function review(environment: Readonly<Record<string, string>> = {}, words = '') {
  const folder = createScratchFolder(SHOP);
  const terminal = new Tmux(folder, `${COMMAND} ${words}`, environment);
  const shown = await terminal.waitFor(QUESTION);
  return { folder, terminal, shown, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}

/** Types answers, each after the question before it, and waits for the next one or the end. */
async function answer(terminal: Tmux, ...words: readonly string[]): Promise<string> {
  let shown = '';
  for (const word of words) {
    terminal.type(word, 'Enter');
    shown = await terminal.waitFor(
      new RegExp(`\\? ${word === '?' ? '\\?' : word}\n[^]*(\\?$|${ENDED.source})`),
    );
  }
  return shown;
}

it('shows linked changes as one, with where they are and what can be answered', async () => {
  const { shown } = await review();
  expect(shown).toMatch(/^Change 1 of 2: src\/pool\.ts, package\.json$/m);
  expect(shown).toMatch(/^-import Piscina from 'piscina';$/m);
  expect(shown).toMatch(/^\+ {4}"traced-pool": /m);
  expect(shown).toMatch(/^Apply these 2 linked changes \[y,n,a,d,e,b,q,\?\]\?$/m);
});

it('writes what was accepted, says so, and leaves the terminal as it was', async () => {
  const { folder, terminal } = await review();
  const shown = await answer(terminal, 'y', 'y');
  expect(shown).toMatch(/exit code 0, terminal as before$/);
  expect(shown).toMatch(/^Written\. Next: npm install$/m);
  const written = createScratchFolder(SHOP);
  run(written, '--write');
  expect(readFiles(folder)).toEqual(readFiles(written));
});

it('leaves what depends on a no, names it, and writes nothing for it', async () => {
  const { folder, terminal } = await review();
  const shown = await answer(terminal, 'n');
  expect(shown).toMatch(/^With it stay as they are: src\/print\.ts:3$/m);
  expect(shown).toMatch(/declined/);
  expect(shown).toMatch(/exit code 0, /);
  expect(readFiles(folder)).toEqual(SHOP);
});

it('explains the answers, knows no others, and goes back', async () => {
  const { terminal, read } = await review();
  const shown = await answer(terminal, '?', 'what', 'b', 'y', 'b', 'y');
  expect(shown.match(/^q - leave all that is open, and write what was accepted$/gm)).toHaveLength(2);
  expect(shown).toContain('This is the first change; there is no answer to take back.');
  expect(shown.match(/^Change 1 of 2: /gm)).toHaveLength(2);
  expect(await answer(terminal, 'n')).toMatch(/exit code 0, /);
  expect(read('src/pool.ts')).toContain('TracedThreadPoolExecutor');
  expect(read('src/print.ts')).toBe(SHOP['src/print.ts']);
});

it.each([
  ['q', ['q', 'Enter']],
  ['the end of the input', ['C-d']],
])('keeps what was accepted before %s', async (_, keys) => {
  const { terminal, read } = await review();
  await answer(terminal, 'y');
  terminal.type(...keys);
  expect(await terminal.waitFor(ENDED)).toMatch(/exit code 0, /);
  expect(read('src/pool.ts')).toContain('TracedThreadPoolExecutor');
  expect(read('src/print.ts')).toBe(SHOP['src/print.ts']);
});

it('writes nothing after Ctrl-C', async () => {
  const { folder, terminal } = await review();
  await answer(terminal, 'y');
  terminal.type('C-c');
  const shown = await terminal.waitFor(ENDED);
  expect(shown).toContain('Broken off; nothing is written.');
  expect(shown).toMatch(/exit code 130, terminal as before$/);
  expect(readFiles(folder)).toEqual(SHOP);
});

it('takes answers that are typed ahead', async () => {
  const { terminal, read } = await review();
  terminal.type('a', 'Enter', 'n', 'Enter');
  await terminal.waitFor(ENDED);
  expect(read('src/pool.ts')).toContain('TracedThreadPoolExecutor');
  expect(read('src/print.ts')).toBe(SHOP['src/print.ts']);
});

describe('an editor', () => {
  const edits = {
    'ask.sh': 'printf "name: "\nread -r name\nsed -i "s/^+export const labels/+export const $name/" "$1"\n',
    'break.sh': 'sed -i "s/^+export const labels = .*/+export const = ;/" "$1"\n',
    'fail.sh': 'exit 3\n',
    'look.sh': 'cp "$1" "$1.seen" && cp "$1" "$SEEN"\n',
  };
  const scripts = createScratchFolder(edits);
  const editor = (name: string): string => `/bin/sh '${join(scripts, name)}'`;

  it('has the terminal to itself, and what it makes is written', async () => {
    const { terminal, read } = await review({ EDITOR: editor('ask.sh') });
    terminal.type('e', 'Enter');
    await terminal.waitFor(/name:$/);
    terminal.type('tickets', 'Enter');
    await terminal.waitFor(/Change 2 of 2[^]*\?$/);
    expect(await answer(terminal, 'q')).toMatch(/exit code 0, terminal as before$/);
    expect(read('src/pool.ts')).toContain('export const tickets = new TracedThreadPoolExecutor(');
  });

  it.each([
    ['breaks the code', 'break.sh', /^Not applied: with that, src\/pool\.ts has syntax that cannot be/m],
    ['fails', 'fail.sh', /^Not applied: .*fail\.sh' failed \(exit code 3\)\s*\.$/ms],
    ['changes nothing', 'look.sh', /^Not applied: nothing was edited\.$/m],
  ])('that %s makes no answer', async (_, name, message) => {
    const seen = join(createScratchFolder(), 'seen.diff');
    const { folder, terminal } = await review({ VISUAL: editor(name), EDITOR: 'false', SEEN: seen });
    expect(await answer(terminal, 'e')).toMatch(message);
    expect(await answer(terminal, 'q')).toMatch(/exit code 0, /);
    expect(readFiles(folder)).toEqual(SHOP);
    if (existsSync(seen)) expect(readFileSync(seen, 'utf8')).toMatch(/^# .*\n[^]*\n--- a\/src\/pool\.ts\n/);
  });
});

it('fits into 80 columns but for code and paths', async () => {
  const { terminal } = await review();
  const shown = await answer(terminal, '?', 'n');
  const own = shown.split('\n').filter((line) => !/^[-+@ ]/.test(line));
  expect(own.filter((line) => line.length >= 80)).toEqual([]);
});

describe('before the first question', () => {
  it('refuses a git tree with uncommitted changes', () => {
    const folder = createScratchFolder(SHOP);
    commitAll(folder);
    const terminal = new Tmux(folder, `echo "// mine" >> src/print.ts; ${COMMAND}`);
    return expect(terminal.waitFor(ENDED)).resolves.toMatch(
      /uncommitted changes \(src\/print\.ts\)[^]*exit code 2/,
    );
  });

  it('says that there is nothing to decide', async () => {
    const terminal = new Tmux(createScratchFolder({ 'a.ts': '' }), COMMAND);
    expect(await terminal.waitFor(ENDED)).toMatch(/Looked at 1 source file[^]*exit code 0/);
  });
});
