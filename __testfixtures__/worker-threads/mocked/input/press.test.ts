import { Worker } from 'node:worker_threads';
import { ink } from './ink.js';

jest.mock('node:worker_threads');
const press = new Worker('./ink.js');
press.postMessage(ink);
