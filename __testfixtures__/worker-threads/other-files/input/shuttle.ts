import { parentPort } from 'node:worker_threads';
import { report } from './report.js';

parentPort!.on('message', (row: readonly number[]) => report(row.length));
