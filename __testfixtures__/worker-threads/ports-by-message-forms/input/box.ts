import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

interface Connect {
  readonly type: 'connect';
  readonly port: MessagePort;
}

function connect({ port }: Connect): void {
  port.once('message', ({ bell }: { bell: string }) => {
    port.postMessage(`${bell}, acknowledged`);
    port.close();
  });
}

parentPort!.on('message', (message: Connect | { readonly type: 'leave' }) => {
  if (message.type === 'leave') process.exit();
  else connect(message as Connect);
});
