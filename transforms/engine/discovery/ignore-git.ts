import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

// A repository's configuration must not run programs of its choice, and looking at a tree must not touch its index.
const SAFE = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];
// A hook's variables would tie every call to the hook's own repository.
const INHERITED = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];
const SUBMODULE_MODE = '160000';

export interface GitListing {
  /** Relative to the folder; may hold tracked files that are gone. */
  readonly files: readonly string[];
  /** Submodules and other repositories below the folder. */
  readonly repositories: readonly string[];
}

/** The output of a git command in a folder, or `undefined` where it fails: no git, no work tree. */
export function runGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  return execute(folder, args, {});
}

/** As {@link runGit}, on the index that a hook is to look at: `git commit -a` has one of its own. */
export function runGitOnIndex(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const { GIT_INDEX_FILE: index } = process.env;
  return execute(folder, args, index === undefined ? {} : { GIT_INDEX_FILE: resolve(index) });
}

async function execute(
  folder: string,
  args: readonly string[],
  further: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !INHERITED.includes(name));
  const env = { ...Object.fromEntries(inherited), ...further };
  try {
    const { stdout } = await run('git', [...SAFE, ...args], { cwd: folder, env, maxBuffer: Infinity });
    return stdout;
  } catch {
    return undefined;
  }
}

/** Splits the output of a git command with `-z`. */
export function splitNulls(output: string): string[] {
  return output.split('\0').filter((entry) => entry !== '');
}

/** The top of the git work tree that a folder lies in; `undefined` outside of git. */
export function findWorkTree(folder: string): string | undefined {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top;
    if (top === dirname(top)) return undefined;
  }
}

/** The files of a folder that git does not ignore; `undefined` outside of a work tree and in a folder that is ignored itself. */
export async function listGitFiles(folder: string): Promise<GitListing | undefined> {
  if (findWorkTree(folder) === undefined) return undefined;
  const [tracked, untracked, ignored] = await Promise.all([
    runGit(folder, 'ls-files', '-z', '--cached', '--stage'),
    runGit(folder, 'ls-files', '-z', '--others', '--exclude-standard', '--exclude=node_modules/'),
    runGit(folder, 'check-ignore', '--quiet', '.'),
  ]);
  if (tracked === undefined || untracked === undefined) return undefined;
  if (ignored !== undefined && tracked === '') return undefined;
  const files = new Set<string>();
  const repositories: string[] = [];
  for (const entry of splitNulls(tracked)) {
    const path = entry.slice(entry.indexOf('\t') + 1);
    if (entry.startsWith(SUBMODULE_MODE)) repositories.push(path);
    else files.add(path);
  }
  for (const path of splitNulls(untracked)) {
    if (path.endsWith('/')) repositories.push(path.slice(0, -1));
    else files.add(path);
  }
  return { files: [...files], repositories };
}
