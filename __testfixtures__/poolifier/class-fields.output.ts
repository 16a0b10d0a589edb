import { type ThreadPoolOptions } from 'poolifier';
import { TracedClusterPoolExecutor, TracedDynamicThreadPoolExecutor } from 'traced-pool/poolifier';

export class Greenhouse {
  private readonly beds = new TracedClusterPoolExecutor<string, boolean>(2, './water.js');
  #lamps: TracedDynamicThreadPoolExecutor<number, void> | undefined;

  constructor(private readonly options: ThreadPoolOptions) {}

  water(plant: string): Promise<boolean> {
    return this.beds.submit(plant);
  }

  async light(hours: number): Promise<void> {
    this.#lamps ??= new TracedDynamicThreadPoolExecutor<number, void>(0, 2, './shine.js', this.options);
    await this.#lamps.submit(hours);
  }
}
