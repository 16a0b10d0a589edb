const { parentPort } = require('node:worker_threads');
const { inject } = require('traced-pool/context');
parentPort.once('message', (shape) => parentPort.postMessage(inject(shape)));
