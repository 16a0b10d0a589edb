export type { ExecutorOptions, SpanSink, SubmitOptions, TracingOptions } from './options.js';
export { TracedThreadPoolExecutor } from './piscina.js';
