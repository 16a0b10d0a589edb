// What is sent by a timer is what a field has by then, and that may be another one's.
import { Worker } from 'node:worker_threads';

export class Gauge {
  #worker = new Worker(new URL('./draw.mjs', import.meta.url));
  #latest;
  #timer;
  #scale = 1;

  measure(level) {
    this.#latest = level;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#worker.postMessage({ level: this.#latest, scale: this.#scale });
    }, 50);
  }

  measureSoon(level) {
    this.latest = level;
    setImmediate(() => this.flush());
  }

  flush() {
    this.#worker.postMessage(this.latest);
  }

  draw(level) {
    this.#latest = level;
    this.#worker.postMessage(this.#latest);
  }

  drawLater(level) {
    setTimeout(() => this.#worker.postMessage({ level, scale: this.#scale, number: ++this.number }), 50);
  }
}
