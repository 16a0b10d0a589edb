// Both ends stay in one thread, and none of it is a worker's.
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
port2.on('message', (letter) => console.log(letter));

export function post(letter) {
  port1.postMessage(letter);
}
