export type {
  MapIterableOptions,
  MapOptions,
  RelayOptions,
  SpanSink,
  TracedWorkerOptions,
} from './threads.js';
export { TracedThreadPoolExecutor, TracedWorker } from './threads.js';
