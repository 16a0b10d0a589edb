const wt = require('worker_threads');
const port = wt.parentPort;

function printed(sheet) {
  wt.parentPort.postMessage(sheet);
}

port.on('message', (sheet) => printed(sheet));
