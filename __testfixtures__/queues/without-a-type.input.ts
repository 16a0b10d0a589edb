import PQueue from 'p-queue';

interface Barn {
  queue: any;
}

export const size = (barn: PQueue): number => barn.size;

export class Farm {
  private stable: any;

  feed(barn: Barn, cows: any): void {
    barn.queue.add(() => 'hay');
    this.stable.scheduler.schedule(() => 'oats');
    cows.push(() => 'grass');
  }
}
