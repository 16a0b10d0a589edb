import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, extract, inject } from 'traced-pool/context';

const { port1, port2 } = new MessageChannel();
const ringers: ((peal: string) => void)[] = [];
const heard = (peal: string): void => ringers.shift()?.(peal);

export const bell = new TracedWorker(new URL('./bell.mjs', import.meta.url), {
  workerData: { rope: port2 },
  transferList: [port2],
});
port1.on('message', extract(heard));
port1.on('close', () => ringers.splice(0));

export function ring(peal: string): Promise<string> {
  return new Promise((resolve) => {
    ringers.push(resolve);
    port1.postMessage(inject({ peal }));
  });
}

export function silence(): void {
  port1.off('message', extract(heard));
  port1.close();
}
