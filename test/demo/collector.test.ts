import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Collector } from '../../demo/collector.js';

const runFile = promisify(execFile);

const EMPTY = '{"resourceSpans":[]}';

// The exporter uses `import()`, which jest's sandbox lacks; hence a process of its own. It prints the span's ids.
const EXPORTING_PROGRAM = `
  const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http');
  const { BasicTracerProvider, BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
  const provider = new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
  const span = provider.getTracer('harbour').startSpan('GET /ships', {
    kind: 1,
    startTime: [1700000000, 5],
    attributes: { name: 'Pequod', masts: 3, length: 27.5, afloat: false, crew: ['Ishmael'] },
  });
  span.setStatus({ code: 2, message: 'sunk' });
  span.end([1700000001, 0]);
  const { traceId, spanId } = span.spanContext();
  provider.shutdown().then(() => console.log(JSON.stringify({ traceId, spanId })));
`;

let collector: Collector;
beforeEach(async () => {
  collector = await Collector.start();
});
afterEach(() => collector.stop());

function post(body: string, path = '/v1/traces', contentType = 'application/json'): Promise<Response> {
  return fetch(collector.endpoint + path, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
}

describe('Collector', () => {
  it('keeps what the OTLP exporter sends', async () => {
    const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint };
    const { stdout } = await runFile(process.execPath, ['-e', EXPORTING_PROGRAM], { cwd: __dirname, env });
    expect(collector.spans).toEqual([
      {
        ...(JSON.parse(stdout) as object),
        parentSpanId: '',
        name: 'GET /ships',
        scope: 'harbour',
        isServer: true,
        startNanos: 1_700_000_000_000_000_005n,
        endNanos: 1_700_000_001_000_000_000n,
        attributes: {
          name: 'Pequod',
          masts: 3,
          length: 27.5,
          afloat: false,
          crew: '{"arrayValue":{"values":[{"stringValue":"Ishmael"}]}}',
        },
        error: 'sunk',
      },
    ]);
  });

  it('answers an export with an empty object', async () => {
    const response = await post(EMPTY);
    expect([response.status, await response.text()]).toEqual([200, '{}']);
  });

  it.each([
    ['another path', 404, () => post(EMPTY, '/v1/metrics')],
    ['another method', 404, () => fetch(`${collector.endpoint}/v1/traces`)],
    ['another format', 415, () => post('', '/v1/traces', 'application/x-protobuf')],
    ['what is no JSON', 400, () => post('{')],
  ])('refuses %s', async (_what, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(collector.spans).toEqual([]);
  });

  it('takes a free port each time', async () => {
    const other = await Collector.start();
    expect(other.endpoint).not.toBe(collector.endpoint);
    await other.stop();
  });
});
