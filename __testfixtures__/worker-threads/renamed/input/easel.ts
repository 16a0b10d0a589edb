#!/usr/bin/env node
import { Worker as Thread, type WorkerOptions } from 'node:worker_threads';

const options: WorkerOptions = { stdout: true };
const easel: Thread | undefined = new Thread(`${__dirname}/paint.js`, options);

export const paint = (colour: string): void => easel?.postMessage(colour);
