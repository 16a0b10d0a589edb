import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const parsers: TracedThreadPoolExecutor = new TracedThreadPoolExecutor('./parse-worker.js');
const linters = new TracedThreadPoolExecutor('./lint-worker.js');

export const parse = (file: string) => parsers.submit('parse', [file]);
export const lint = (file: string) => linters.submit('lint', [file]);
