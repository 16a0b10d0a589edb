const { parentPort } = require('node:worker_threads');
parentPort.once('message', (shape) => parentPort.postMessage(shape));
