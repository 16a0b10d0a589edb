import type { Worker } from 'node:worker_threads';
import { defineChannelFamily } from '../engine/channels/channel-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/context.js');

/** Listed in full: the compiler tells of one that is missing. */
const EXECUTOR_MEMBERS: Readonly<
  Record<Exclude<keyof InstanceType<Runtime['TracedWorker']>, keyof Worker>, true>
> = { relayedSpans: true };

/**
 * Threads that are started by hand, https://nodejs.org/api/worker_threads.html: read for Node.js 20 to 24. The traced
 * worker opens what is injected at either end, so that listeners stay as they are, and messages are injected where it is
 * proven whose they are.
 */
export const description = defineChannelFamily({
  name: 'worker-threads',
  title: 'raw worker',
  effect:
    'workers of worker_threads become traced ones, and messages carry the context of whoever sends them',
  packages: ['worker_threads', 'node:worker_threads'],
  classExports: ['Worker'],
  executor: {
    module: 'traced-pool/context',
    name: 'TracedWorker' satisfies keyof Runtime,
  },
  executorMembers: Object.keys(EXECUTOR_MEMBERS),
  types: `
    class Worker {
      constructor(...args: any[]);
      postMessage(message: any, ...rest: any[]): void;
      on(event: string, listener: (...args: any[]) => void): this;
      once(event: string, listener: (...args: any[]) => void): this;
      terminate(): Promise<number>;
    }
    class MessagePort {}
    class MessageChannel { readonly port1: MessagePort; readonly port2: MessagePort; }
    class BroadcastChannel { constructor(name: string); }
    const parentPort: any;
    const workerData: any;
    const isMainThread: boolean;
    const threadId: number;
    export { Worker, MessagePort, MessageChannel, BroadcastChannel, parentPort, workerData, isMainThread, threadId };`,
  instanceTypes: ['Worker', 'TracedWorker'],
  verb: 'postMessage',
  // Beside workers only windows have it, and ports, which are found by their channels.
  receivers: /^(?!.*port\d*$)/i,
  inject: 'inject' satisfies keyof Runtime,
  extract: 'extract' satisfies keyof Runtime,
  bind: 'bind' satisfies keyof Runtime,
  ownEnd: { exported: 'parentPort' },
  isOnlyBuiltByClass: true,
  portChannels: ['MessageChannel'],
  namedChannels: ['BroadcastChannel'],
  // Those of a name are all to be seen, also where they are global.
  words: ['BroadcastChannel'],
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: false },
});
