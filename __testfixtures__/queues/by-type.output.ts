import type PQueue from 'p-queue';
import type Bottleneck from 'bottleneck';
import { bind } from 'traced-pool/context';

interface Tools {
  readonly queue: PQueue;
  limiter?: Bottleneck;
}

export function plane({ queue, limiter }: Tools, board: () => Promise<void>): Promise<unknown> {
  return limiter ? limiter.schedule(bind(board)) : queue.add(bind(board));
}

export class Bench {
  constructor(private readonly tools: Tools) {}

  saw(): Promise<unknown> {
    return this.tools.queue.add(bind(() => this.cut()));
  }

  async cut(): Promise<void> {}
}
