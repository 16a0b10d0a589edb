import { ModuleThread, Pool, Worker, spawn } from 'threads';

type Api = { sort(letters: string[]): string[] };

export class PostOffice {
  private readonly pool: Pool<ModuleThread<Api>>;

  constructor(size: number) {
    this.pool = Pool<ModuleThread<Api>>(() => spawn<Api>(new Worker('./sort')), size);
  }

  sort(letters: string[]) {
    return this.pool.queue(async (sorter) => sorter.sort(letters));
  }
}
