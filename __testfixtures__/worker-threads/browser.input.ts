// Nothing of Node.js's: the page's own workers and ports.
declare const self: { postMessage(message: unknown): void };
const worker = new Worker(new URL('./page-worker.js', import.meta.url), { type: 'module' });
worker.postMessage({ page: 1 });
const { port1, port2 } = new MessageChannel();
worker.postMessage(port2, [port2]);
port1.onmessage = (event) => self.postMessage(event.data);
