// What is sent by a timer is what a field has by then, and that may be another one's.
import { TracedWorker, inject } from 'traced-pool/context';

export class Gauge {
  #worker = new TracedWorker(new URL('./draw.mjs', import.meta.url));
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
    this.#worker.postMessage(inject(this.#latest));
  }

  drawLater(level) {
    setTimeout(() => this.#worker.postMessage(inject({ level, scale: this.#scale, number: ++this.number })), 50);
  }
}
