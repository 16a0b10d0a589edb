import { BroadcastChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { relayChannelName } from '../protocol/span-message.js';
import type { RelayMessage } from '../protocol/span-message.js';

// Node.js 24 makes the first event of a BroadcastChannel load the file that has this class, which blocks the thread for
// some 50 ms: better now than in the middle of a request. Node.js 20 has it at hand.
void (globalThis as { MessageEvent?: unknown }).MessageEvent;

/** The reading end of a thread's relay; keeps no process alive. */
export class RelayPort {
  // `unref`, and the use with receiveMessageOnPort(), are missing in @types/node 20.
  readonly #channel: BroadcastChannel & { unref(): void };

  constructor(
    threadId: number,
    private readonly onMessage: (message: RelayMessage) => void,
  ) {
    this.#channel = new BroadcastChannel(relayChannelName(threadId)) as BroadcastChannel & { unref(): void };
    this.#channel.unref();
    this.#channel.onmessage = (event) => onMessage((event as { data: RelayMessage }).data);
  }

  /** Takes, now, all that the thread has posted so far. */
  receiveAll(): void {
    const port = this.#channel as unknown as MessagePort;
    for (let entry = receiveMessageOnPort(port); entry; entry = receiveMessageOnPort(port)) {
      this.onMessage((entry as { message: RelayMessage }).message);
    }
  }

  close(): void {
    this.#channel.close();
  }
}
