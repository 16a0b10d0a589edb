import type PQueue from 'p-queue';

export interface Jobs {
  readonly queue: Pick<PQueue, 'size'>;
  add(job: () => void): void;
}

export const count = ({ queue }: Jobs): number => queue.size;
