import type PQueue from 'p-queue';
import type Bottleneck from 'bottleneck';

interface Tools {
  readonly queue: PQueue;
  limiter?: Bottleneck;
}

export function plane({ queue, limiter }: Tools, board: () => Promise<void>): Promise<unknown> {
  return limiter ? limiter.schedule(board) : queue.add(board);
}

export class Bench {
  constructor(private readonly tools: Tools) {}

  saw(): Promise<unknown> {
    return this.tools.queue.add(() => this.cut());
  }

  async cut(): Promise<void> {}
}
