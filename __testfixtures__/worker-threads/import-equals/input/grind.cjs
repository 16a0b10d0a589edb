const { parentPort } = require('node:worker_threads');
parentPort.on('message', (corn) => parentPort.postMessage(corn + ' flour'));
