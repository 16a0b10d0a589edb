import { workerData } from 'node:worker_threads';
import { report } from './report.mjs';

workerData.hook.on('message', (crate) => report(crate));
