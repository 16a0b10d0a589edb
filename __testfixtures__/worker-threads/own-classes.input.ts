import { Worker as Hand } from 'some-crew';
import { threadId } from 'node:worker_threads';

class Worker {
  postMessage(message: unknown): void {
    void [message, threadId];
  }
}

new Worker().postMessage('ours');
new Hand('./absent').end();
