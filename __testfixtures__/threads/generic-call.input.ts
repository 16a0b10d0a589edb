import { ModuleThread, Pool, Worker, spawn } from 'threads';

type Api = ModuleThread<{ sort(letters: string[]): string[] }>;

export class PostOffice {
  private readonly pool: Pool<Api>;

  constructor(size: number) {
    this.pool = Pool<Api>(() => spawn<Api>(new Worker('./sort')), size);
  }

  sort(letters: string[]) {
    return this.pool.queue(async (sorter) => sorter.sort(letters));
  }
}
