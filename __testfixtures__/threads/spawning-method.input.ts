import { Pool, spawn, Worker } from 'threads';

export class Foundry {
  private readonly furnaces = Pool(() => this.open(), 2);

  constructor(private readonly file: string) {}

  private open() {
    return spawn<(ore: string) => string>(new Worker(this.file));
  }

  smelt(ore: string) {
    return this.furnaces.queue(async (furnace) => furnace(ore));
  }
}
