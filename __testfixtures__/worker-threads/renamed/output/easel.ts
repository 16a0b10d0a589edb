#!/usr/bin/env node
import { Worker as Thread, type WorkerOptions } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

const options: WorkerOptions = { stdout: true };
const easel: Thread | undefined = new TracedWorker(`${__dirname}/paint.js`, options);

export const paint = (colour: string): void => easel?.postMessage(inject(colour));
