export type {
  ExecutorOptions,
  HandlerName,
  MapIterableOptions,
  MapOptions,
  ResultOf,
  SpanSink,
  SubmitOptions,
  TaskOf,
  TracingOptions,
  TypedExecutor,
} from './index.js';
export { TracedThreadPoolExecutor } from './index.js';
