const { parentPort } = require('node:worker_threads');

parentPort.on('message', ({ fruit }) => parentPort.postMessage(`${fruit} sold`));
