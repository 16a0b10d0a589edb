import { expose } from 'threads/worker';
import { Observable } from 'threads/observable';

const queue: string[] = [];

expose({
  queue: (job: string) => queue.push(job),
  watch: () => new Observable((observer) => observer.complete()),
});
