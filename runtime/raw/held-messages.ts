import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';

type Emit = (...args: unknown[]) => boolean;

function countListeners(child: ChildProcess): number {
  return EventEmitter.prototype.listenerCount.call(child, 'message');
}

/**
 * Keeps messages of a process for the first listener, as Node.js does itself as long as there is none; but that also
 * keeps what is the relay's, and loses it with the process. `setupChannel` in `lib/internal/child_process.js` of
 * Node.js 20 to 24 asks `listenerCount`.
 */
export function holdMessages(child: ChildProcess): void {
  const emit = child.emit.bind(child) as Emit;
  const held: unknown[][] = [];
  child.listenerCount = ((event: string | symbol, ...rest: []) =>
    event === 'message'
      ? Math.max(1, countListeners(child))
      : EventEmitter.prototype.listenerCount.call(child, event, ...rest)) as typeof child.listenerCount;
  child.emit = (...args: unknown[]): boolean => {
    if (args[0] !== 'message' || countListeners(child) > 0) return emit(...args);
    held.push(args);
    return false;
  };
  child.on('newListener', (event) => {
    if (event === 'message' && held.length > 0)
      process.nextTick(() => {
        for (const args of held.splice(0)) emit(...args);
      });
  });
}
