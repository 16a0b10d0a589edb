import { Worker } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

interface Frame {
  readonly width: number;
}

interface Job {
  readonly id: number;
  readonly frame: Frame;
  readonly priority: number;
  resolve(varnished: Frame): void;
  reject(error: Error): void;
}

interface Bench {
  readonly worker: Worker;
  current: Job | undefined;
}

/** What is in work is kept in a map, at a bench, and in a field. */
export class Varnisher {
  readonly #benches: Bench[] = [];
  readonly #running = new Map<Worker, Job>();
  #queue: Job[] = [];
  #latest: Job | null = null;
  #lastId = 0;

  constructor(size: number) {
    for (let index = 0; index < size; index++) {
      const bench: Bench = {
        worker: new TracedWorker(new URL('./varnish.mjs', import.meta.url)),
        current: undefined,
      };
      bench.worker.on('message', (varnished: Frame) => {
        this.#running.get(bench.worker)?.resolve(varnished);
        this.#running.delete(bench.worker);
        bench.current = undefined;
        this.#pump();
      });
      bench.worker.on('error', (error) => {
        bench.current?.reject(error);
        if (this.#latest === bench.current) this.#latest = null;
      });
      this.#benches.push(bench);
    }
  }

  varnish(frame: Frame, priority = 0): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const job: Job = { id: ++this.#lastId, frame: inject(frame), priority, resolve, reject };
      const index = this.#queue.findIndex((other) => other.priority < priority);
      if (index === -1) this.#queue.push(job);
      else this.#queue.splice(index, 0, job);
      this.#pump();
    });
  }

  cancel(id: number): void {
    this.#queue.find((job) => job.id === id)?.reject(new Error('cancelled'));
    this.#queue = this.#queue.filter((job) => job.id !== id);
    if (this.#queue.some((job) => job.id === id)) throw new Error('still there');
  }

  close(): void {
    this.#queue.splice(0).forEach(({ reject }) => reject(new Error('closed')));
    this.#running.forEach((job) => job.reject(new Error('closed')));
    this.#latest?.reject(new Error('closed'));
  }

  #pump(): void {
    for (const bench of this.#benches) {
      if (bench.current) continue;
      const job = this.#queue.shift();
      if (!job) return;
      bench.current = job;
      this.#latest = job;
      this.#running.set(bench.worker, job);
      this.#send(bench, job);
    }
  }

  #send({ worker }: Bench, { frame, id }: Job): void {
    worker.ref();
    worker.postMessage(frame);
    console.log(id);
  }
}
