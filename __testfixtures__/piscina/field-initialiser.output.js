import { TracedThreadPoolExecutor } from 'traced-pool';

export class Quarry {
  pool = new TracedThreadPoolExecutor({ filename: './quarry.js' });

  get crew() {
    return this.pool;
  }

  cut(block) {
    return this.crew.submit(block);
  }
}
