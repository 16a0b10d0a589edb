const threads = require('worker_threads');

// Both ends in one file, and a port deep in the data.
if (threads.isMainThread) {
  const near = new threads.MessageChannel();
  const thread = new threads.Worker(__filename, {
    workerData: { ports: { block: near.port2 } },
    transferList: [near.port2],
  });
  near.port1.addEventListener('message', (event) => console.log(event.data));
  near.port1.postMessage('line clear');
  const { port1, port2 } = new threads.MessageChannel();
  thread.postMessage({ bell: port2 }, [port2]);
  port1.onmessage = ({ data }) => console.log(data);
  module.exports.ring = (bell) => port1.postMessage(bell);
} else {
  const { parentPort, workerData } = threads;
  const { block } = workerData.ports;
  block.on('message', (said) => block.postMessage(`${said}?`));
  parentPort.once('message', ({ bell }) => {
    bell.on('message', (rung) => bell.postMessage(`${rung}!`));
  });
}
