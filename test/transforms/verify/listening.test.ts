import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { REPOSITORY } from '../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';
import { countsOf, runVerify, TELEMETRY, verifyProgram } from '../../support/verify.js';

afterAll(removeScratchFolders);

const LINES = join(REPOSITORY, 'test', 'sdk-lines');
const LINE_3 = join(LINES, '3', 'node_modules');
const SPANS = `
  const { trace } = require('@opentelemetry/api');
  const tracer = trace.getTracer('bakery');
  tracer.startActiveSpan('order', async (order) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    tracer.startSpan('bake').end();
    order.end();
    await provider.shutdown();
  });
`;
const EXPORTER = `
  const exporter = {
    export(spans, done) {
      require('node:fs').appendFileSync('exported.txt', spans.map(({ name }) => name + ' ').join(''));
      done({ code: 0 });
    },
    shutdown: () => Promise.resolve(),
  };
`;

const HEALTHY = { code: 0, counts: {}, stderr: '', exported: ['bake', 'order'] };
const WITHIN = /^order +main [^\n]*\n└ bake +main /m;

describe('the lines of the SDK', () => {
  it('1.x, whose processors are added one by one', async () => {
    const main = `${EXPORTER}
      const requireOld = require('node:module').createRequire(${JSON.stringify(join(LINES, '1', 'package.json'))});
      const { BatchSpanProcessor } = requireOld('@opentelemetry/sdk-trace-base');
      const { NodeTracerProvider } = requireOld('@opentelemetry/sdk-trace-node');
      const provider = new NodeTracerProvider();
      provider.register();
      const early = provider.getTracer('early');
      provider.addSpanProcessor(new BatchSpanProcessor(exporter));
      ${SPANS}`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect(run).toMatchObject(HEALTHY);
    expect(run.stdout).toMatch(WITHIN);
  });

  it('2.x, from an ES module', async () => {
    const main = `
      import { createRequire } from 'node:module';
      import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
      import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
      const require = createRequire(import.meta.url);
      ${EXPORTER}
      const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
      provider.register();
      ${SPANS}`;
    const run = await verifyProgram({ 'main.mjs': main });
    expect(run).toMatchObject(HEALTHY);
    expect(run.stdout).toMatch(WITHIN);
  });

  it('3.x, on the Node.js that it needs', async () => {
    const main = `${EXPORTER}
      const { BatchSpanProcessor, TracerProvider } = require('@opentelemetry/sdk-trace');
      const { AsyncLocalStorageContextManager } = require('@opentelemetry/context-async-hooks');
      const { context: contextApi, trace: traceApi } = require('@opentelemetry/api');
      const provider = new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
      contextApi.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
      traceApi.setGlobalTracerProvider(provider);
      ${SPANS}`;
    const run = await verifyProgram(
      { 'main.cjs': main },
      { packages: LINE_3, node: join(LINE_3, '.bin', 'node') },
    );
    expect(run).toMatchObject(HEALTHY);
    expect(run.stdout).toMatch(WITHIN);
  });
});

describe('an SDK', () => {
  it('that is set up late takes over from the quiet one, in tracers that are there already as well', async () => {
    const main = `${EXPORTER}
      const { trace: api } = require('@opentelemetry/api');
      const early = api.getTracer('early');
      early.startSpan('warm up').end();
      const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
      const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
      const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
      provider.register();
      early.startSpan('knead').end();
      ${SPANS}`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect(run.exported).toEqual(['bake', 'knead', 'order']);
    // What came before it, nobody would have seen.
    expect(run.counts).toEqual({ unrecorded: 1 });
    expect(run.stdout).toContain('warm up × 1 in main');
  });

  it('whose registration is taken back and made anew is listened to again', async () => {
    const main = `${EXPORTER}
      const api = require('@opentelemetry/api');
      const { SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-base');
      const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
      let provider;
      for (const name of ['first', 'second']) {
        provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
        provider.register();
        api.trace.getTracer('t').startSpan(name).end();
        api.trace.disable();
        api.context.disable();
        api.propagation.disable();
      }
      setTimeout(() => provider.shutdown(), 20);`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect(run).toMatchObject({ ...HEALTHY, exported: ['first', 'second'] });
    expect(run.stdout).toContain('2 spans in 2 traces');
  });

  it('whose processor hides its exporter is believed to have exported', async () => {
    const main = `
      const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
      class Hidden {
        #names = [];
        onStart() {}
        onEnd({ name }) { this.#names.push(name); }
        forceFlush() { return Promise.resolve(); }
        shutdown() { console.log(this.#names.join()); return Promise.resolve(); }
      }
      const provider = new NodeTracerProvider({ spanProcessors: [new Hidden()] });
      provider.register();
      ${SPANS}`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect(run).toMatchObject({ ...HEALTHY, exported: [] });
    expect(run.stdout).toContain('bake,order\n');
  });

  it('whose processors are not all for export is not believed to have exported', async () => {
    const main = `
      const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
      const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
      ${EXPORTER}
      const marking = { onStart: (span) => span.setAttribute('shop', 7), onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };
      new NodeTracerProvider({ spanProcessors: [marking, new BatchSpanProcessor(exporter)] }).register();
      require('@opentelemetry/api').trace.getTracer('t').startSpan('bake', { kind: 1 }).end();
      process.exit(0);`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect([run.counts, run.code]).toEqual([{ 'never-exported': 1 }, 1]);
    expect(run.stdout).toMatch(/^bake [^\n]*shop=7$/m);
  });

  it('whose exporter fails is told of, without that being a fault of a span', async () => {
    const main = `${EXPORTER}
      exporter.export = (spans, done) => done({ code: 1, error: new Error('the collector is away') });
      const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
      const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
      const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
      provider.register();
      process.on('unhandledRejection', () => {});
      ${SPANS}`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect([run.counts, run.code]).toEqual([{}, 0]);
    expect(run.stdout).toContain('Note: An exporter could not deliver 2 spans: the collector is away');
  });

  it('is not asked for what it cannot tell: a provider of another make', async () => {
    const main = `
      const { trace: api } = require('@opentelemetry/api');
      class OtherProvider {
        spans = [];
        getTracer() { return { startSpan: (name) => ({ end: () => this.spans.push(name) }) }; }
      }
      const provider = new OtherProvider();
      api.setGlobalTracerProvider(provider);
      api.getTracer('t').startSpan('bake').end();
      console.log(provider.spans.join());`;
    const run = await verifyProgram({ 'main.cjs': main });
    expect([run.counts, run.code]).toEqual([{}, 0]);
    expect(run.stdout).toMatch(/^bake$/m);
    expect(run.stdout).toContain('Note: OtherProvider does not show its span processors');
  });
});

test('an application that is bundled and minified, the API and the SDK with it, is listened to', async () => {
  const main = `
    const { trace } = require('@opentelemetry/api');
    const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
    const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
    const early = trace.getTracer('early').startSpan('nobody makes this one');
    early.end();
    ${EXPORTER}
    const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
    provider.register();
    ${SPANS.replace('const { trace }', 'const { trace: api }').replace('trace.getTracer', 'api.getTracer')}
  `;
  const { outputFiles } = await build({
    stdin: { contents: main, resolveDir: REPOSITORY },
    bundle: true,
    minify: true,
    platform: 'node',
    write: false,
  });
  const folder = createScratchFolder({ 'main.cjs': outputFiles[0]?.text ?? '' });
  const run = await runVerify(folder, ['--', process.execPath, 'main.cjs']);
  expect([countsOf(run), run.code, run.stderr]).toEqual([{}, 0, '']);
  expect(run.stdout).toMatch(WITHIN);
  expect(readFileSync(join(folder, 'exported.txt'), 'utf8').split(' ').toSorted()).toEqual([
    '',
    'bake',
    'order',
  ]);
});

test('an application that crashes crashes as before, and its spans are told of', async () => {
  const main = `
    const { provider } = require('./telemetry.cjs');
    require('@opentelemetry/api').trace.getTracer('t').startSpan('bake').end();
    throw new Error('the oven is cold');
  `;
  const run = await verifyProgram({ 'main.cjs': main, 'telemetry.cjs': TELEMETRY });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('Error: the oven is cold');
  expect(run.counts).toEqual({ 'never-exported': 1 });
});

test('attributes that JSON does not have do not keep a span from being told of', async () => {
  const main = `
    const { provider } = require('./telemetry.cjs');
    const span = require('@opentelemetry/api').trace.getTracer('t').startSpan('bake');
    const loop = {};
    loop.loop = loop;
    Object.assign(span.attributes, { loop, big: 10n, odd: NaN });
    span.end();
    provider.shutdown();
  `;
  const run = await verifyProgram({ 'main.cjs': main, 'telemetry.cjs': TELEMETRY });
  expect([run.counts, run.code]).toEqual([{}, 0]);
  expect(run.stdout).toContain('1 span in 1 trace');
});
