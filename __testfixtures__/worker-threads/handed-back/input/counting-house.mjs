// The pool of Node.js's documentation: what has waited goes back through the method by which it came.
import { AsyncResource } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';

const kSum = Symbol('kSum');
const kClerkFreed = Symbol('kClerkFreed');

class Sum extends AsyncResource {
  constructor(callback) {
    super('Sum');
    this.callback = callback;
  }

  done(error, result) {
    this.runInAsyncScope(this.callback, null, error, result);
    this.emitDestroy();
  }
}

export default class CountingHouse extends EventEmitter {
  constructor(clerkCount) {
    super();
    this.clerkCount = clerkCount;
    this.clerks = [];
    this.idleClerks = [];
    this.sums = [];

    for (let index = 0; index < clerkCount; index++) this.addClerk();

    this.on(kClerkFreed, () => {
      if (this.sums.length > 0) {
        const { sum, callback } = this.sums.shift();
        this.count(sum, callback);
      }
    });
  }

  addClerk() {
    const clerk = new Worker(new URL('clerk.mjs', import.meta.url));
    clerk.on('message', (result) => {
      clerk[kSum].done(null, result);
      clerk[kSum] = null;
      this.idleClerks.push(clerk);
      this.emit(kClerkFreed);
    });
    clerk.on('error', (error) => {
      if (clerk[kSum]) clerk[kSum].done(error, null);
      else this.emit('error', error);
      this.clerks.splice(this.clerks.indexOf(clerk), 1);
      this.addClerk();
    });
    this.clerks.push(clerk);
    this.idleClerks.push(clerk);
    this.emit(kClerkFreed);
  }

  count(sum, callback) {
    if (this.idleClerks.length === 0) {
      this.sums.push({ sum, callback });
      return;
    }

    const clerk = this.idleClerks.pop();
    clerk[kSum] = new Sum(callback);
    clerk.postMessage(sum);
  }

  close() {
    for (const clerk of this.clerks) clerk.terminate();
  }
}
