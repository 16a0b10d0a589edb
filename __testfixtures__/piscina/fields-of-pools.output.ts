import { TracedThreadPoolExecutor } from 'traced-pool';

export class Orchard {
  private readonly presses: TracedThreadPoolExecutor[] = [];
  readonly #byFruit = new Map<string, TracedThreadPoolExecutor>();

  plant(fruit: string) {
    const press = new TracedThreadPoolExecutor({ filename: `${fruit}.js` });
    this.presses.push(press);
    this.#byFruit.set(fruit, press);
  }

  press(fruit: string, weight: number) {
    return this.#byFruit.get(fruit)?.submit(weight);
  }

  drain() {
    return Promise.all(this.presses.map((press) => press.submit(0)));
  }
}
