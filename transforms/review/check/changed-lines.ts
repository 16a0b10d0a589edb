import { relative, resolve, sep } from 'node:path';
import type { Site } from '../../engine/contracts.js';
import { runGit, runGitOnIndex, splitNulls } from '../../engine/discovery/ignore-git.js';
import { UsageError } from '../usage-error.js';

/** The lines of a file that are new, both ends included. */
type Span = readonly [first: number, last: number];

/** Where to look for what is new: since a commit, or in what is staged. */
export type Scope = { readonly since: string } | { readonly isStaged: true };

const ALL: Span = [1, Infinity];
const HUNK = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/;

/** A path as git prints it: in quotes where it has quotes, backslashes or control characters. */
function unquote(printed: string): string {
  const path = printed.replace(/\t$/, '');
  if (!path.startsWith('"')) return path;
  const escapes: Readonly<Record<string, string>> = {
    n: '\n',
    t: '\t',
    r: '\r',
    a: '\x07',
    b: '\b',
    f: '\f',
    v: '\v',
  };
  return path
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
}

/** The new lines in a diff without context, by the path after the change. */
function readSpans(diff: string): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  let own: Span[] = [];
  for (const line of diff.split('\n')) {
    const [, path] = /^\+\+\+ (.*)$/.exec(line) ?? [];
    if (path !== undefined) spans.set(unquote(path).replace(/^b\//, ''), (own = []));
    const [, first, count = '1'] = HUNK.exec(line) ?? [];
    if (first !== undefined) own.push([Number(first), Number(first) + Number(count) - 1]);
  }
  return spans;
}

async function findStart(top: string, since: string): Promise<string> {
  // What the other branch has gained since is no change of this one.
  const [base, commit] = await Promise.all([
    runGit(top, 'merge-base', '--', since, 'HEAD'),
    runGit(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`),
  ]);
  const start = (base ?? commit)?.trim();
  if (!start)
    throw new UsageError(
      `--since ${since}: git knows no such commit here; in a shallow clone, fetch it first`,
    );
  return start;
}

const DIFF = [
  '-c',
  'core.quotePath=false',
  'diff',
  '--unified=0',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
];
const FORM = ['--src-prefix=a/', '--dst-prefix=b/', '--no-renames'];

async function findSpans(top: string, scope: Scope): Promise<Map<string, Span[]>> {
  if ('since' in scope) {
    const start = await findStart(top, scope.since);
    const [diff, untracked] = await Promise.all([
      runGit(top, ...DIFF, ...FORM, start),
      runGit(top, 'ls-files', '-z', '--others', '--exclude-standard'),
    ]);
    const spans = readSpans(diff ?? '');
    for (const path of splitNulls(untracked ?? '')) spans.set(path, [ALL]);
    return spans;
  }
  const [staged, unstaged] = await Promise.all([
    runGitOnIndex(top, ...DIFF, ...FORM, '--cached'),
    runGitOnIndex(top, 'diff', '--name-only', '-z'),
  ]);
  const spans = readSpans(staged ?? '');
  // What is staged of a file that has changed since has other line numbers.
  for (const path of splitNulls(unstaged ?? '')) if (spans.has(path)) spans.set(path, [ALL]);
  return spans;
}

/**
 * Tells which sites are on lines that are new in a scope.
 *
 * @throws UsageError outside of a git work tree, and where git does not know the commit.
 */
export async function findNewLines(root: string, scope: Scope): Promise<(site: Site) => boolean> {
  const top = (await runGit(root, 'rev-parse', '--show-toplevel'))?.replace(/\r?\n$/, '');
  const option = 'since' in scope ? '--since' : '--staged';
  if (!top) throw new UsageError(`${option} needs a git work tree, and ${root} is in none`);
  const spans = await findSpans(top, scope);
  return ({ path, line }) => {
    const own = spans.get(relative(top, resolve(root, path)).split(sep).join('/')) ?? [];
    return own.some(([first, last]) => first <= line && line <= last);
  };
}
