export type { ExecutorOptions, SpanSink, SubmitOptions, TracingOptions } from './index.js';
export { TracedThreadPoolExecutor } from './index.js';
