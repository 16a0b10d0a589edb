import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './fixtures.js';
import type { Files } from './fixtures.js';
import { createScratchFolder, linkPackages } from './scratch.js';

export const HOSTILE_SPAN = `</script><img src=x onerror=hit=1>'"\u202Egnp.exe`;

const SDK = [
  "import { context, SpanStatusCode, trace } from '@opentelemetry/api';",
  "import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';",
  "import { BasicTracerProvider, BatchSpanProcessor, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';",
  'context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());',
];

/** A traced program that loses or misplaces spans in every way, each in its own trace. */
export const TRACED_KILN: Files = {
  'package.json': '{ "type": "module", "dependencies": { "p-queue": "^9.0.0" } }\n',
  'kiln.js': [
    ...SDK,
    "import PQueue from 'p-queue';",
    "import { Worker } from 'node:worker_threads';",
    "import { once } from 'node:events';",
    "import { setTimeout as sleep } from 'node:timers/promises';",
    'const processor = new SimpleSpanProcessor(new InMemorySpanExporter());',
    'trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [processor] }));',
    "const tracer = trace.getTracer('kiln', '1.2.3');",
    'const queue = new PQueue({ concurrency: 1 });',
    'const within = (name, options, work) => tracer.startActiveSpan(name, options, async (span) => {',
    '  try { return await work(span); } finally { span.end(); }',
    '});',
    'const pots = [1, 2].map((pot) =>',
    "  within(`POST /pots/${pot}`, { kind: 1, attributes: { 'http.response.status_code': 201, 'url.path': `/pots/${pot}` } }, () =>",
    "    queue.add(() => within('fire', { attributes: { pot, glazes: ['clay', 'ash'] } }, () => sleep(20)))));",
    'await Promise.all(pots);',
    "const worker = new Worker('./worker.js');",
    "await within('GET /shelf', { kind: 1 }, async (span) => {",
    `  span.setAttribute('hostile', ${JSON.stringify(HOSTILE_SPAN)});`,
    "  span.addEvent('door opened', { heat: 1200 });",
    "  await within('count', {}, (own) => { own.setStatus({ code: SpanStatusCode.ERROR, message: 'the shelf is empty' }); own.recordException(new RangeError('no pots')); });",
    `  await within(${JSON.stringify(HOSTILE_SPAN)}, { links: [{ context: span.spanContext() }] }, () => sleep(2));`,
    "  await within('dry', {}, () => within('turn', {}, () => sleep(3)));",
    "  tracer.startSpan('left open');",
    "  worker.postMessage('knead');",
    "  await once(worker, 'message');",
    '});',
    'await worker.terminate();',
  ].join('\n'),
  'worker.js': [
    ...SDK,
    "import { parentPort } from 'node:worker_threads';",
    'const processor = new BatchSpanProcessor(new InMemorySpanExporter());',
    'trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [processor] }));',
    "const tracer = trace.getTracer('clay');",
    "parentPort.on('message', () => {",
    "  tracer.startActiveSpan('knead', (span) => { tracer.startSpan('fold').end(); span.end(); });",
    "  const lost = trace.setSpanContext(context.active(), { traceId: '5'.repeat(32), spanId: '6'.repeat(16), traceFlags: 1 });",
    "  tracer.startSpan('shape', {}, lost).end();",
    "  parentPort.postMessage('done');",
    '});',
  ].join('\n'),
};

/** Has the command line verify a program, and write its page. @returns the page's path. */
export function writeWaterfall(files: Files, command: readonly string[]): string {
  const root = createScratchFolder(files);
  linkPackages(root);
  const html = join(createScratchFolder(), 'traces.html');
  const words = [join(REPOSITORY, 'dist', 'cli.js'), 'verify', '--quiet', '--html', html, '--', ...command];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status === null || status > 1)
    throw new Error(`verify has ended with ${status}:\n${stdout}\n${stderr}`);
  return html;
}
