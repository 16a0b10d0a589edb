import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { findSyntaxErrors } from './parse.js';
import type { ParsedText } from './parse.js';

// As in the main thread: each has a young generation of its own.
setFlagsFromString('--semi-space-growth-factor=1');

parentPort?.postMessage(findSyntaxErrors(workerData as readonly ParsedText[]));
