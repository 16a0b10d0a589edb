// Serves four requests at once by a program's `handle`, each under a span of its own, and prints whose spans are whose.
const { once } = require('node:events');
const { createServer, get } = require('node:http');
const { text } = require('node:stream/consumers');
const { trace } = require('@opentelemetry/api');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
const { collectSpans } = require('traced-pool/testing');

const REQUESTS = [1, 2, 3, 4];
const collected = collectSpans();
new NodeTracerProvider({ spanProcessors: [collected] }).register();
const tracer = trace.getTracer('server');

const arrived = new Map();

/** Lets requests go on in their order, once all are there: so the second one waits for the first, in every run. */
function waitForAll(request) {
  return new Promise((resolve) => {
    arrived.set(request, resolve);
    // Later, so that the one that came last waits as the others do.
    if (arrived.size === REQUESTS.length) setImmediate(() => REQUESTS.forEach((one) => arrived.get(one)()));
  });
}

async function ask(port, request) {
  const [response] = await once(get({ port, path: `/${request}`, agent: false }), 'response');
  return text(response);
}

async function main() {
  const { handle } = await import(`./${process.argv[2]}`);
  const server = createServer((request, response) => {
    const id = Number(request.url.slice(1));
    tracer.startActiveSpan('request', { attributes: { request: id } }, async (span) => {
      await waitForAll(id);
      response.end(String(await handle(id)));
      span.end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const answers = await Promise.all(REQUESTS.map((request) => ask(server.address().port, request)));
  server.close();

  const { spans } = collected;
  const requestOf = new Map(
    spans
      .filter(({ name }) => name === 'request')
      .map((span) => [span.spanContext().spanId, span.attributes.request]),
  );
  const jobs = spans.filter(({ name }) => name !== 'request');
  const isRight = (span) => requestOf.get(span.parentSpanContext?.spanId) === span.attributes.request;
  const right = REQUESTS.filter((request) => {
    const own = jobs.filter(({ attributes }) => attributes.request === request);
    return own.length >= 2 && own.every(isRight);
  });
  const order = jobs.map(({ name, attributes }) => `${name} of ${attributes.request}`);
  process.stdout.write(JSON.stringify({ right: right.length, requests: REQUESTS.length, answers, order }));
  // Some of the libraries keep timers.
  process.exit();
}

main();
