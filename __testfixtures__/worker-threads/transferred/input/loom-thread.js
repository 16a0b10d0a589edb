const { parentPort } = require('worker_threads');
parentPort.onmessage = ({ data }) => {
  if (data === null) return parentPort.close();
  data.port.postMessage(data.threads.length);
  parentPort.postMessage('woven');
};
