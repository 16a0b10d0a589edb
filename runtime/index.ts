export type { ExecutorOptions, MapIterableOptions, MapOptions, SubmitOptions } from './piscina/options.js';
export type { TypedExecutor } from './piscina.js';
export { TracedThreadPoolExecutor } from './piscina.js';
export type { SpanSink, TracingOptions } from './tracing-options.js';
export type { HandlerName, ResultOf, TaskOf } from './piscina/typed-handlers.js';
