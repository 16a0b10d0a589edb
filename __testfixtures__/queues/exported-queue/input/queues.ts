import PQueue from 'p-queue';

export const uploads = new PQueue({ concurrency: 4 });

export function createQueue(concurrency: number): PQueue {
  return new PQueue({ concurrency });
}

export default class Mailroom {
  readonly letters = createQueue(1);
}
