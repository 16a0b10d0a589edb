import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/fixtures.js';
import type { Files } from '../../support/fixtures.js';
import { removeScratchFolders } from '../../support/scratch.js';
import { countsOf, createProgram, runVerify, TELEMETRY } from '../../support/verify.js';

afterAll(removeScratchFolders);

const LINES = join(REPOSITORY, 'test', 'sdk-lines');
const NODE_24 = join(LINES, '3', 'node_modules', '.bin', 'node');
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

/** A program's counts and exit code, and what its exporter wrote, with and without being listened to. */
async function verifyProgram(files: Files, packages?: string, node = process.execPath) {
  const folder = createProgram(files, packages);
  const main = Object.keys(files).find((name) => name.startsWith('main.')) ?? '';
  const run = await runVerify(folder, ['--', node, main]);
  const path = join(folder, 'exported.txt');
  const exported = existsSync(path) ? readFileSync(path, 'utf8').trim().split(/\s+/).toSorted() : [];
  return { ...run, counts: countsOf(run), exported };
}

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
    const run = await verifyProgram({ 'main.cjs': main }, join(LINES, '3', 'node_modules'), NODE_24);
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

describe('threads and processes', () => {
  const SPAN = `require('@opentelemetry/api').trace.getTracer('t').startSpan('child').end();`;

  it.each([
    ['a worker', `new Worker('./child.cjs')`],
    ['a worker with an environment of its own', `new Worker('./child.cjs', { env: {} })`],
    ['a worker without arguments', `new Worker('./child.cjs', { execArgv: [], env: {} })`],
    ['a worker that shares the environment', `new Worker('./child.cjs', { env: SHARE_ENV })`],
    ['a worker from source text', `new Worker(${JSON.stringify(SPAN)}, { eval: true, env: {} })`],
    ['a fork', `fork('./child.cjs')`],
    ['a fork with an environment of its own', `fork('./child.cjs', { env: {} })`],
    ['a command', `spawn(process.execPath, ['child.cjs'])`],
    [
      'a command with an environment of its own',
      `execFile(process.execPath, ['child.cjs'], { env: { A: '1' } })`,
    ],
    [
      'a worker of a worker',
      `new Worker("new (require('node:worker_threads').Worker)('./child.cjs', { env: {} })", { eval: true })`,
    ],
  ])('%s is listened to', async (_, start) => {
    const main = `
      const { provider } = require('./telemetry.cjs');
      const { Worker, SHARE_ENV } = require('node:worker_threads');
      const { fork, spawn, execFile } = require('node:child_process');
      delete process.env.NODE_OPTIONS;
      ${start};
    `;
    const run = await verifyProgram({ 'main.cjs': main, 'telemetry.cjs': TELEMETRY, 'child.cjs': SPAN });
    expect(run.stdout).toMatch(/^child /m);
    expect(run.stderr).toBe('');
    expect(run.counts).toMatchObject({ unrecorded: 1 });
  });

  it('a worker is what it was: of its class, with its environment', async () => {
    const main = `
      import { Worker } from 'node:worker_threads';
      class Oven extends Worker {}
      const oven = new Oven(
        "require('node:worker_threads').parentPort.postMessage(process.env)",
        { eval: true, env: { HEAT: '220' } },
      );
      oven.on('message', (env) => console.log(oven instanceof Worker, Worker.name, oven.constructor.name, env.HEAT));
    `;
    const run = await verifyProgram({ 'main.mjs': main });
    expect(run.stdout).toMatch(/^true Worker Oven 220$/m);
  });

  it('what a worker that is terminated in a busy loop had told is known', async () => {
    const worker = `
      const { trace } = require('@opentelemetry/api');
      const tracer = trace.getTracer('t');
      tracer.startSpan('ended').end();
      tracer.startSpan('open');
      require('node:worker_threads').parentPort.postMessage('ready');
      for (;;);
    `;
    const main = `
      const { Worker } = require('node:worker_threads');
      const worker = new Worker('./worker.cjs');
      worker.once('message', () => worker.terminate());
    `;
    const run = await verifyProgram({ 'main.cjs': main, 'worker.cjs': worker });
    expect(run.counts).toEqual({ parentless: 2, 'never-ended': 1 });
  });
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
