// Plain methods without types, which are given workers, and whole entries that go back through one of them.
const path = require('node:path');
const { Worker } = require('node:worker_threads');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('bakery');

class Bakery {
  constructor(size) {
    this.ovens = [];
    this.queue = [];
    this.busy = new Set();
    for (let index = 0; index < size; index++)
      this.ovens.push(new Worker(path.join(__dirname, 'oven.cjs')));
    for (const oven of this.ovens) this.heat(oven, 200);
  }

  heat(oven, degrees) {
    oven.postMessage({ degrees });
  }

  bake(dough) {
    return new Promise((resolve) => {
      const task = { dough, resolve };
      const oven = this.ovens.find((one) => !this.busy.has(one));
      if (oven) this.put(oven, task);
      else this.queue.push(task);
    });
  }

  put(oven, task) {
    this.busy.add(oven);
    oven.task = task;
    oven.once('message', (loaf) => this.take(oven, loaf));
    oven.postMessage(task.dough);
  }

  take(oven, loaf) {
    const { resolve } = oven.task;
    oven.task = null;
    tracer.startSpan('cooled', { attributes: { loaf } }).end();
    resolve(loaf);
    this.busy.delete(oven);
    if (this.queue.length > 0) this.put(oven, this.queue.shift());
  }

  close() {
    return Promise.all(this.ovens.map((oven) => oven.terminate()));
  }
}

const bakery = new Bakery(1);
const order = (flour) =>
  tracer.startActiveSpan(`order of ${flour}`, async (span) => {
    const loaf = await bakery.bake({ flour });
    span.end();
    return loaf;
  });

Promise.all(['rye', 'spelt', 'wheat'].map(order)).then((loaves) => {
  console.log(loaves);
  return bakery.close();
});
