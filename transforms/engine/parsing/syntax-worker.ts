import { parentPort, workerData } from 'node:worker_threads';
import { findSyntaxErrors } from './parse.js';
import type { ParsedText } from './parse.js';

parentPort?.postMessage(findSyntaxErrors(workerData as readonly ParsedText[]));
