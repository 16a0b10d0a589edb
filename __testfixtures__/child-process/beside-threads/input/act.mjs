import { parentPort } from 'node:worker_threads';

const answer = (line) => (parentPort ? parentPort.postMessage(line) : process.send(line));
if (parentPort) parentPort.on('message', ({ line }) => answer(line));
else process.on('message', ({ line }) => answer(line));
