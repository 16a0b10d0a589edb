import { execFileSync } from 'node:child_process';

const SETTINGS = [
  'user.name=Ada',
  'user.email=ada@example.org',
  'commit.gpgsign=false',
  'protocol.file.allow=always',
].flatMap((setting) => ['-c', setting]);

/** Runs git in a folder, as somebody whom no configuration of the machine concerns. */
export function git(folder: string, ...words: readonly string[]): void {
  execFileSync('git', [...SETTINGS, ...words], { cwd: folder, stdio: 'ignore' });
}

/** Makes a folder a repository, and commits all that is in it. */
export function commitAll(folder: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'start');
}
