const { parentPort } = require('node:worker_threads');
const { inject } = require('traced-pool/context');
parentPort.on('message', (corn) => parentPort.postMessage(inject(corn + ' flour')));
