import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../review/usage-error.js';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const;
/** After how long a process that was asked to stop is asked again, and made to. */
const STOP_STEPS = [
  [2_000, 'SIGTERM'],
  [10_000, 'SIGKILL'],
] as const;
/** How long what a command has started may take to end after it. */
const LINGER_MILLIS = 10_000;
const POLL_MILLIS = 50;

export interface CommandOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdio: StdioOptions;
}

/** How a command has ended. */
export interface CommandEnd {
  /** As a shell tells it: 128 and the number of the signal where it was killed by one. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  /** Whether we have stopped it, so that how it ended is no fault of its. */
  readonly isStopped: boolean;
  /** Processes that it has left running. */
  readonly lingering: readonly number[];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** A command that runs, and is passed on the signals that we get. */
export class CommandRun {
  readonly ended: Promise<CommandEnd>;
  readonly child: ChildProcess;
  #isStopped = false;
  readonly #timers: NodeJS.Timeout[] = [];

  /**
   * @param listPids the processes that it has started, as far as they are known
   * @throws UsageError, from `ended`, where there is no such command.
   */
  constructor(
    [command = '', ...given]: readonly string[],
    options: CommandOptions,
    private readonly listPids: () => readonly number[],
  ) {
    // A shell is what finds `npm.cmd`.
    const child = spawn(command, given, { ...options, shell: process.platform === 'win32' });
    this.child = child;
    const passOn = (signal: NodeJS.Signals): void => {
      // At a terminal the command has it already, as it is of the same group.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const dispose = (): void => {
      this.#timers.forEach(clearTimeout);
      for (const signal of PASSED_ON) process.off(signal, passOn);
    };
    this.ended = new Promise((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) => {
        dispose();
        const why = error.code === 'ENOENT' ? 'there is no such command' : error.message;
        reject(new UsageError(`${command} cannot be run: ${why}`, { cause: error }));
      });
      child.once('close', (code, signal) => {
        const exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
        void this.#outlast().then((lingering) => {
          dispose();
          resolve({ exitCode, signal, isStopped: this.#isStopped, lingering });
        });
      });
    });
  }

  /** Asks the command to stop, as `kill` does; then all that it has started, and makes what takes longer. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.child.kill('SIGTERM');
    for (const [millis, signal] of STOP_STEPS)
      this.#timers.push(
        setTimeout(() => {
          for (const pid of this.#listRunning()) kill(pid, signal);
        }, millis),
      );
  }

  /** Waits for the processes that a command such as `npm start` may leave behind while they shut down. */
  async #outlast(): Promise<readonly number[]> {
    for (let waited = 0; waited < LINGER_MILLIS; waited += POLL_MILLIS) {
      if (this.#listRunning().length === 0) return [];
      await sleep(POLL_MILLIS);
    }
    return this.#listRunning();
  }

  #listRunning(): number[] {
    return this.listPids().filter(isRunning);
  }
}
