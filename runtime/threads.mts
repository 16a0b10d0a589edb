export type {
  MapIterableOptions,
  MapOptions,
  RelayOptions,
  SpanSink,
  TracedWorkerOptions,
} from './threads.js';
export { TracedThreadPoolExecutor } from './threads.js';
export { TracedWorker } from './threads/worker.js';
