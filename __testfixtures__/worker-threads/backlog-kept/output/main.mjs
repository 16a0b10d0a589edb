// What is in work is kept at the worker and in fields, looked for by its number, sorted, and thrown away at the end.
import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('atelier');

class Atelier {
  constructor(size) {
    this.urgent = [];
    this.queue = [];
    this.slots = Array.from({ length: size }, () => ({ current: null, worker: this.hire() }));
    this.last = 0;
  }

  hire() {
    const worker = new TracedWorker(new URL('./paint.mjs', import.meta.url));
    worker.on('message', (painted) => {
      const slot = this.slots.find((one) => one.worker === worker);
      const { resolve } = slot.current;
      slot.current = null;
      tracer.startSpan('hung', { attributes: { painted } }).end();
      resolve(painted);
      this.assign();
    });
    return worker;
  }

  paint(picture, { isUrgent = false, rank = 0 } = {}) {
    return new Promise((resolve, reject) => {
      const task = { id: ++this.last, rank, picture: inject(picture), resolve, reject };
      if (isUrgent) this.urgent.push(task);
      else this.queue.push(task);
      this.queue.sort((a, b) => b.rank - a.rank);
      this.assign();
    });
  }

  cancel(id) {
    const index = this.queue.findIndex((task) => task.id === id);
    if (index >= 0) this.queue.splice(index, 1)[0].reject(new Error(`${id} is cancelled`));
  }

  assign() {
    for (const slot of this.slots) {
      if (slot.current) continue;
      const task = this.urgent.shift() ?? this.queue.shift();
      if (!task) return;
      slot.current = task;
      slot.worker.postMessage(task.picture);
    }
  }

  async close() {
    this.queue.forEach((task) => task.reject(new Error('closed')));
    this.queue = this.queue.filter(({ id }) => id < 0);
    for (const { reject } of this.urgent.splice(0)) reject(new Error('closed'));
    await Promise.all(this.slots.map(({ worker }) => worker.terminate()));
  }
}

const atelier = new Atelier(1);
const order = (title, options) =>
  tracer.startActiveSpan(`order of ${title}`, async (span) => {
    const painted = await atelier.paint({ title }, options).catch((error) => error.message);
    span.end();
    return painted;
  });
const orders = [
  order('a sea'),
  order('a storm', { rank: 1 }),
  order('a ship', { rank: 2 }),
  order('a king', { isUrgent: true }),
  order('a cat'),
];
atelier.cancel(5);
console.log(await Promise.all(orders));
await atelier.close();
