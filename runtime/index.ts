export type { MapIterableOptions, MapOptions } from './map/map-options.js';
export type { ExecutorOptions, SpanSink, SubmitOptions, TracingOptions } from './options.js';
export type { TypedExecutor } from './piscina.js';
export { TracedThreadPoolExecutor } from './piscina.js';
export type { HandlerName, ResultOf, TaskOf } from './typed-handlers.js';
