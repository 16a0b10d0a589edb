export type {
  ExecutorOptions,
  MapIterableOptions,
  MapOptions,
  RelayOptions,
  SpanSink,
  SubmitOptions,
} from './workerpool.js';
export { TracedThreadPoolExecutor } from './workerpool.js';
