import { receiveMessageOnPort } from 'node:worker_threads';

export const next = (port) => receiveMessageOnPort(port)?.message;
