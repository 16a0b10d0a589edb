const { parentPort } = require('worker_threads');
const { inject } = require('traced-pool/context');

parentPort.on('message', (message) => parentPort.postMessage(inject(message)));
