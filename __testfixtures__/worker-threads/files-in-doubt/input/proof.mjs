import { parentPort, receiveMessageOnPort } from 'node:worker_threads';

setInterval(() => parentPort.postMessage(receiveMessageOnPort(parentPort)), 5);
