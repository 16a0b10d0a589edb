import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a whole process, with those that it starts, took. */
export interface Cost {
  readonly wallMillis: number;
  /** User and system time; next to nothing of it depends on what else the machine does. */
  readonly cpuMillis: number;
  /** Of the largest process. */
  readonly maxMemoryMegabytes: number;
}

const TIME = '/usr/bin/time';

/** Runs a command to its end. @throws Error where it cannot be started or fails. */
export function timeProcess(command: readonly string[], folder: string): Cost {
  // bash knows the times of its children as well, but not their memory.
  const hasTime = existsSync(TIME);
  const [program = '', ...words] = hasTime ? [TIME, '-f', '\n%U %S %M', ...command] : command;
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const wallMillis = performance.now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
  if (!hasTime) return { wallMillis, cpuMillis: NaN, maxMemoryMegabytes: NaN };
  const [user = NaN, system = NaN, kilobytes = NaN] = (stderr.trimEnd().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { wallMillis, cpuMillis: (user + system) * 1000, maxMemoryMegabytes: kilobytes / 1024 };
}
