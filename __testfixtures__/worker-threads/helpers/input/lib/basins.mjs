export default class Basins {
  #free;
  #waiting = [];

  constructor(count) {
    this.#free = count;
  }

  async use(task) {
    if (this.#free === 0) await new Promise((resolve) => this.#waiting.push(resolve));
    else this.#free--;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
