import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decodeProcessNews } from './process-message.js';
import type { ProcessNews } from './process-message.js';

/** A new path at which this process may leave what its channel has not taken when it exits. */
export function createLeftNewsPath(): string {
  return join(tmpdir(), `traced-pool-${process.pid}-${randomBytes(8).toString('hex')}`);
}

/** Whether a process can have made up this path: others are none that the main process is to read and remove. */
export function isLeftNewsPath(path: unknown, processId: number | undefined): path is string {
  if (typeof path !== 'string') return false;
  const [, maker] = /^traced-pool-(\d+)-[0-9a-f]{16}$/.exec(basename(path)) ?? [];
  return maker !== undefined && Number(maker) === processId;
}

/** The text in which messages are left; more may follow. Undone by {@link parseLeftNews}. */
export function formatLeftNews(firstIndex: number, messages: readonly object[]): string {
  return `${firstIndex}\n${messages.map(formatLeftMessage).join('')}`;
}

/** A further message. */
export function formatLeftMessage(message: object): string {
  return `${JSON.stringify(message)}\n`;
}

/**
 * Undoes {@link formatLeftNews}.
 *
 * @param receivedCount how many messages have come through the channel; as it keeps their order, these are the first.
 */
export function parseLeftNews(text: string, receivedCount: number): ProcessNews[] {
  const [firstIndex, ...lines] = text.split('\n');
  const missing = lines.filter((line) => line !== '').slice(Math.max(0, receivedCount - Number(firstIndex)));
  return missing.map((line) => decodeProcessNews(JSON.parse(line))).filter((news) => news !== undefined);
}
