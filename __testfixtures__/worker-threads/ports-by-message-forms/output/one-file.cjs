const threads = require('worker_threads');
const { TracedWorker, extract, inject } = require('traced-pool/context');

// Both ends in one file, and a port deep in the data.
if (threads.isMainThread) {
  const near = new threads.MessageChannel();
  const thread = new TracedWorker(__filename, {
    workerData: { ports: { block: near.port2 } },
    transferList: [near.port2],
  });
  near.port1.addEventListener('message', extract((event) => console.log(event.data)));
  near.port1.postMessage(inject('line clear'));
  const { port1, port2 } = new threads.MessageChannel();
  thread.postMessage(inject({ bell: port2 }), [port2]);
  port1.onmessage = extract(({ data }) => console.log(data));
  module.exports.ring = (bell) => port1.postMessage(inject(bell));
} else {
  const { parentPort, workerData } = threads;
  const { block } = workerData.ports;
  block.on('message', extract((said) => block.postMessage(inject(`${said}?`))));
  parentPort.once('message', ({ bell }) => {
    bell.on('message', extract((rung) => bell.postMessage(inject(`${rung}!`))));
  });
}
