import { Piscina } from 'piscina';

export class Orchard {
  private readonly presses: Piscina[] = [];
  readonly #byFruit = new Map<string, Piscina>();

  plant(fruit: string) {
    const press = new Piscina({ filename: `${fruit}.js` });
    this.presses.push(press);
    this.#byFruit.set(fruit, press);
  }

  press(fruit: string, weight: number) {
    return this.#byFruit.get(fruit)?.run(weight);
  }

  drain() {
    return Promise.all(this.presses.map((press) => press.run(0)));
  }
}
