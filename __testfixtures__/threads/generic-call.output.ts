import { ModuleThread, spawn } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

type Api = { sort(letters: string[]): string[] };

export class PostOffice {
  private readonly pool: TracedThreadPoolExecutor<ModuleThread<Api>>;

  constructor(size: number) {
    this.pool = new TracedThreadPoolExecutor<ModuleThread<Api>>(() => spawn<Api>(new TracedWorker('./sort')), size);
  }

  sort(letters: string[]) {
    return this.pool.submit(async (sorter) => sorter.sort(letters));
  }
}
