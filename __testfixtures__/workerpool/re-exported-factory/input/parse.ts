import { createWorkers } from './workers';
import type { Workers } from './workers';
import * as workers from './workers';

const parsers: Workers = createWorkers('./parse-worker.js');
const linters = workers.createWorkers('./lint-worker.js');

export const parse = (file: string) => parsers.exec('parse', [file]);
export const lint = (file: string) => linters.exec('lint', [file]);
