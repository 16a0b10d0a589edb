const { parentPort } = require('node:worker_threads');
const { inject } = require('traced-pool/context');

parentPort.on('message', ({ fruit }) => parentPort.postMessage(inject(`${fruit} sold`)));
