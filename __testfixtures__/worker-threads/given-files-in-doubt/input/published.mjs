// Whoever installs this package gives files of their own.
import { Worker } from 'node:worker_threads';

export class Slipway {
  constructor(file) {
    this.worker = new Worker(file);
  }
}

export { launch } from './launch.mjs';
