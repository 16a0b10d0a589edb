import { spawn } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

export class Foundry {
  private readonly furnaces = new TracedThreadPoolExecutor(() => this.open(), 2);

  constructor(private readonly file: string) {}

  private open() {
    return spawn<(ore: string) => string>(new TracedWorker(this.file));
  }

  smelt(ore: string) {
    return this.furnaces.submit(async (furnace) => furnace(ore));
  }
}
