import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

interface Connect {
  readonly type: 'connect';
  readonly port: MessagePort;
}

/** A field that is set, asserted types, and listeners that are taken off again. */
export class Signalman {
  private readonly worker = new Worker(new URL('./box.ts', import.meta.url));
  private line: MessagePort | undefined;

  open(heard: (bell: string) => void): void {
    const channel = new MessageChannel();
    this.line = channel.port1;
    this.line.on('message', heard);
    this.worker.postMessage({ type: 'connect', port: channel.port2 } satisfies Connect, [channel.port2]);
  }

  ring(bell: string): void {
    this.line?.postMessage({ bell });
  }

  close(heard: (bell: string) => void): void {
    this.line!.off('message', heard);
    this.line!.close();
    this.line = undefined;
  }
}
