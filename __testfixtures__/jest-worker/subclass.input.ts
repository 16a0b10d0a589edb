import { Worker } from 'jest-worker';

class PaintFarm extends Worker {
  private coats = 0;

  constructor() {
    super(require.resolve('./paint'), { numWorkers: 2 });
  }

  count(): number {
    this.coats += 1;
    this.log('coat');
    return this.coats;
  }

  private log(text: string): void {
    console.log(text);
  }
}

const farm = new PaintFarm() as PaintFarm & { paint(wall: string): Promise<void> };

export async function paint(wall: string) {
  farm.count();
  await farm.paint(wall);
}
