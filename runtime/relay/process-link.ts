import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { diag } from '@opentelemetry/api';
import { isLeftNewsPath, parseLeftNews } from '../protocol/left-news.js';
import { decodeProcessNews } from '../protocol/process-message.js';
import type { ProcessNews } from '../protocol/process-message.js';
import type { OpenSpanData } from '../protocol/span-message.js';
import { closeOpenSpan } from './open-spans.js';
import type { PacedHandover } from './paced-handover.js';
import type { ThreadInfo } from './relayed-span.js';
import type { OnNews, WorkerLink } from './worker-link.js';
import { clearTimeout, setTimeout } from '../real-timers.js';

/** What a process has sent is read at once when it is gone; longer waits whoever shares its channel. */
const MAX_DISCONNECT_MILLIS = 1000;

/** Keeps what is ours from the listeners of a child: pools take a message they do not know for an error. */
function interceptMessages(child: ChildProcess, take: (news: ProcessNews) => void): void {
  const emit = child.emit.bind(child) as (...args: unknown[]) => boolean;
  child.emit = (...args: unknown[]): boolean => {
    const news = args[0] === 'message' ? decodeProcessNews(args[1]) : undefined;
    if (!news) return emit(...args);
    take(news);
    return true;
  };
}

function disconnected(child: ChildProcess): Promise<void> | undefined {
  if (!child.connected) return undefined;
  return new Promise((resolve) => {
    // Not unref'd: pools unref the channel, and whoever awaits their end is not to be left without an answer.
    const timer = setTimeout(resolve, MAX_DISCONNECT_MILLIS);
    child.once('disconnect', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The main thread's end of the relay of a worker that is a process; closes itself when the process is gone. */
export class ProcessLink implements WorkerLink {
  readonly closed: Promise<void>;
  readonly #open = new Map<number, OpenSpanData>();
  readonly #thread: ThreadInfo;
  #receivedCount = 0;
  #leftPath: string | undefined;
  #isLeaving = false;

  constructor(
    child: ChildProcess,
    private readonly handover: PacedHandover,
    private readonly onNews: OnNews,
  ) {
    this.#thread = { id: 0, name: 'main', processId: child.pid };
    interceptMessages(child, (news) => this.#receive(news));
    this.closed = new Promise((resolve) => {
      const leave = async (): Promise<void> => {
        this.#isLeaving = true;
        await disconnected(child);
        await this.#receiveLeft();
        this.#closeOpenSpans();
        resolve(this.handover.emptied);
      };
      if (child.exitCode !== null || child.signalCode !== null) void leave();
      // A process that could not be started has an error and no exit.
      else if (child.pid === undefined) resolve();
      else child.once('exit', () => void leave());
    });
  }

  /** What a living process has sent before a result came before it; what a dead one has sent may still be read. */
  drain(): Promise<void> | undefined {
    return this.#isLeaving ? this.closed : undefined;
  }

  /** A process tells of each span: it shares no memory. */
  setPolled(): void {}

  #receive(news: ProcessNews): void {
    this.#receivedCount++;
    switch (news[0]) {
      case 'start':
        this.#open.set(news[1], news[2]);
        break;
      case 'end':
        if (news[1] !== undefined) this.#open.delete(news[1]);
        this.handover.take(news[2], this.#thread, () => {});
        break;
      case 'withdraw':
        this.#open.delete(news[1]);
        break;
      case 'withdraw-all':
        this.#open.clear();
        break;
      case 'tell':
        this.onNews(news[1], this.#thread);
        break;
      case 'leave-at':
        if (isLeftNewsPath(news[1], this.#thread.processId)) this.#leftPath = news[1];
    }
  }

  /** Takes what the process could not send any more. */
  async #receiveLeft(): Promise<void> {
    if (this.#leftPath === undefined || !existsSync(this.#leftPath)) return;
    try {
      const text = await readFile(this.#leftPath, 'utf8');
      await rm(this.#leftPath);
      for (const news of parseLeftNews(text, this.#receivedCount)) this.#receive(news);
    } catch (error) {
      diag.error('traced-pool: spans that a worker had not sent when it exited are lost', error);
    }
  }

  /** Hands over, ended by us, what the process had open when it went. */
  #closeOpenSpans(): void {
    for (const span of this.#open.values()) this.handover.take(closeOpenSpan(span), this.#thread, () => {});
    this.#open.clear();
  }
}
