// A web server with an SDK, whose requests have a few spans each, in the main thread and in a traced pool.
const { createServer } = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');
const { context, trace } = require('@opentelemetry/api');
const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
const { TracedThreadPoolExecutor } = require('traced-pool');

const exporter = { export: (spans, done) => done({ code: 0 }), shutdown: () => Promise.resolve() };
const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
provider.register();
const tracer = trace.getTracer('shop');
const pool = new TracedThreadPoolExecutor({
  filename: `${__dirname}/verify-worker.cjs`,
  maxThreads: 2,
  minThreads: 2,
});

async function order(id) {
  const query = tracer.startSpan('query', { attributes: { 'db.system.name': 'sqlite', 'order.id': id } });
  await sleep(2);
  query.end();
  const price = await pool.submit(id);
  return tracer.startActiveSpan('render', (render) => {
    const text = JSON.stringify({
      id,
      price,
      lines: Array.from({ length: 50 }, (_, line) => ({ line, id })),
    });
    render.end();
    return text;
  });
}

const server = createServer((request, response) => {
  const attributes = { 'http.request.method': request.method, 'url.path': request.url };
  const span = tracer.startSpan('GET /orders', { kind: 1, attributes });
  context.with(trace.setSpan(context.active(), span), async () => {
    const text = await order(Number(request.url.slice(1)));
    span.setAttribute('http.response.status_code', 200);
    response.end(text);
    span.end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listens on ${server.address().port}`));
process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await pool.close();
  await provider.shutdown();
});
