const { parentPort } = require('worker_threads');
const { inject } = require('traced-pool/context');
parentPort.onmessage = ({ data }) => {
  if (data === null) return parentPort.close();
  data.port.postMessage(data.threads.length);
  parentPort.postMessage(inject('woven'));
};
