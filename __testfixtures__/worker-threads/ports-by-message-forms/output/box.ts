import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { extract, inject } from 'traced-pool/context';

interface Connect {
  readonly type: 'connect';
  readonly port: MessagePort;
}

function connect({ port }: Connect): void {
  port.once('message', extract(({ bell }: { bell: string }) => {
    port.postMessage(inject(`${bell}, acknowledged`));
    port.close();
  }));
}

parentPort!.on('message', (message: Connect | { readonly type: 'leave' }) => {
  if (message.type === 'leave') process.exit();
  else connect(message as Connect);
});
