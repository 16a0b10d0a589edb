const wt = require('worker_threads');
const { inject } = require('traced-pool/context');
const port = wt.parentPort;

function printed(sheet) {
  wt.parentPort.postMessage(inject(sheet));
}

port.on('message', (sheet) => printed(sheet));
