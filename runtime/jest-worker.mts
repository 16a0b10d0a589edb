export type {
  ExecutorOptions,
  MapIterableOptions,
  MapOptions,
  RelayOptions,
  SpanSink,
  SubmitOptions,
} from './jest-worker.js';
export { TracedThreadPoolExecutor } from './jest-worker.js';
