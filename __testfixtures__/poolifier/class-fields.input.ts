import { DynamicThreadPool, FixedClusterPool, type ThreadPoolOptions } from 'poolifier';

export class Greenhouse {
  private readonly beds = new FixedClusterPool<string, boolean>(2, './water.js');
  #lamps: DynamicThreadPool<number, void> | undefined;

  constructor(private readonly options: ThreadPoolOptions) {}

  water(plant: string): Promise<boolean> {
    return this.beds.execute(plant);
  }

  async light(hours: number): Promise<void> {
    this.#lamps ??= new DynamicThreadPool<number, void>(0, 2, './shine.js', this.options);
    await this.#lamps.execute(hours);
  }
}
