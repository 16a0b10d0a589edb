import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StdioOptions } from 'node:child_process';
import { UsageError } from '../review/usage-error.js';
import { CommandRun } from './command-run.js';
import type { CommandEnd } from './command-run.js';
import type { Observation, SeenSpan, Thread } from './contracts.js';
import { JournalReader } from './journal-reader.js';
import { Observer } from './observer.js';
import { FOLDER_VARIABLE, QUEUES_VARIABLE, withListening } from './preload/variables.js';
import { findQueuePackages } from './queue-packages.js';
import { TraceWatch } from './trace-watch.js';

const PRELOAD = join(__dirname, 'preload', 'preload.js');
const READ_MILLIS = 100;

export interface ObserveOptions {
  readonly command: readonly string[];
  /** @default that of this process */
  readonly cwd?: string;
  /** @default those of this process */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** @default all are the command's */
  readonly stdio?: StdioOptions;
  /** How long it may run, at most; it is stopped then. @default as long as it wants */
  readonly timeoutMillis?: number;
  /** For how long no span may start or end before it is stopped, once there has been one. @default it is not stopped */
  readonly idleMillis?: number;
  /** Told of each trace as it ends, and again where it goes on. */
  readonly onTrace?: (spans: readonly SeenSpan[]) => void;
}

/** @throws UsageError where there is no room for it */
function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'traced-pool-verify-'));
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(`verify needs a folder for temporary files, which TMPDIR may name: ${message}`, {
      cause: error,
    });
  }
}

/** An application that runs, with all its spans listened to. */
export class ObservedRun {
  readonly command: CommandRun;
  /** Resolves when the command has ended. */
  readonly ended: Promise<{ readonly end: CommandEnd; readonly observation: Observation }>;
  readonly #folder = makeFolder();
  readonly #observer = new Observer();
  readonly #watch: TraceWatch;
  readonly #reader: JournalReader;
  #lastNewsAt: number | undefined;

  constructor(private readonly options: ObserveOptions) {
    const { command, cwd = process.cwd(), env = process.env, stdio = 'inherit', onTrace } = options;
    this.#watch = new TraceWatch((traceId) => onTrace?.(this.#observer.spansOf(traceId)));
    this.#reader = new JournalReader(this.#folder, (pid, threadId, record) => {
      const traceId = this.#observer.take(pid, threadId, record);
      if (traceId === undefined) return;
      this.#watch.note(traceId, record);
      this.#lastNewsAt = Date.now();
    });
    const variables = {
      [FOLDER_VARIABLE]: this.#folder,
      [QUEUES_VARIABLE]: findQueuePackages(cwd).join(','),
    };
    const listening = withListening(env, variables, PRELOAD);
    this.command = new CommandRun(command, { cwd, env: listening, stdio }, () => {
      this.#reader.read();
      return this.#observer.pids;
    });
    this.ended = this.#follow();
  }

  /** The threads that were heard of so far. */
  get threads(): readonly Thread[] {
    return this.#observer.threads;
  }

  async #follow(): Promise<{ readonly end: CommandEnd; readonly observation: Observation }> {
    const { timeoutMillis } = this.options;
    const timer = timeoutMillis === undefined ? undefined : setTimeout(this.#stop, timeoutMillis);
    // Where nobody wants to know before the end, the application has the machine for itself until then.
    const isLive = this.options.onTrace !== undefined || this.options.idleMillis !== undefined;
    const reading = isLive ? setInterval(this.#read, READ_MILLIS) : undefined;
    try {
      const end = await this.command.ended;
      this.#reader.read();
      this.#watch.endAll();
      return { end, observation: this.#observer.observation };
    } finally {
      clearTimeout(timer);
      clearInterval(reading);
      this.#reader.close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  readonly #stop = (): void => this.command.stop();

  readonly #read = (): void => {
    this.#reader.read();
    this.#watch.tellEnded();
    const { idleMillis } = this.options;
    if (idleMillis === undefined || this.#lastNewsAt === undefined) return;
    if (Date.now() - this.#lastNewsAt >= idleMillis) this.command.stop();
  };
}
