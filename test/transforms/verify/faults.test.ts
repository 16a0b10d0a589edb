import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../support/fixtures.js';
import { removeScratchFolders } from '../../support/scratch.js';
import { countsOf, createProgram, runVerify, TELEMETRY } from '../../support/verify.js';
import type { VerifyRun } from '../../support/verify.js';

afterAll(removeScratchFolders);

const MAIN = ['--', process.execPath, 'main.cjs'];
const MANIFEST = { 'package.json': '{ "name": "bakery", "dependencies": { "piscina": "^5.0.0" } }\n' };
const HEAD = `
const { provider } = require('./telemetry.cjs');
const { context, trace } = require('@opentelemetry/api');
const tracer = trace.getTracer('bakery');
`;

async function verifyMain(main: string, others: Files = {}): Promise<VerifyRun & { folder: string }> {
  const files = { 'telemetry.cjs': TELEMETRY, 'main.cjs': HEAD + main, ...MANIFEST, ...others };
  const folder = createProgram(files);
  return { ...(await runVerify(folder, MAIN)), folder };
}

test('an application whose spans are all where they belong is told so', async () => {
  const run = await verifyMain(`
    tracer.startActiveSpan('order', (order) => {
      tracer.startActiveSpan('bake', { attributes: { 'bakery.bread': 'rye' } }, (bake) => bake.end());
      order.end();
    });
    provider.shutdown();
  `);
  expect(countsOf(run)).toEqual({});
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(
    /^trace [\da-f]{32}, 2 spans\norder +main +\S+ .s +█+\n└ bake +main +\S+ .s +█+ +bakery\.bread=rye$/m,
  );
  expect(run.stdout).toContain('2 spans in 1 trace, 1 root; listened to 1 process and 0 worker threads');
  expect(run.stdout).toContain('✓ Every span is where it belongs, and an exporter was given it.');
});

test('a span whose parent was never seen is an orphan', async () => {
  const run = await verifyMain(`
    const lost = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
    tracer.startSpan('bake', {}, trace.setSpanContext(context.active(), lost)).end();
    provider.shutdown();
  `);
  expect(countsOf(run)).toEqual({ orphan: 1 });
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('bake × 1 in main, made at main.cjs:7');
});

test('a parent that came from another process is none that must be seen', async () => {
  const run = await verifyMain(`
    const { propagation } = require('@opentelemetry/api');
    const headers = { traceparent: '00-' + 'a'.repeat(32) + '-' + 'b'.repeat(16) + '-01' };
    tracer.startSpan('order', {}, propagation.extract(context.active(), headers)).end();
    provider.shutdown();
  `);
  expect([countsOf(run), run.code]).toEqual([{}, 0]);
});

test('a span that is never ended is told of, with its place, whether its process ends well or not', async () => {
  const open = `tracer.startSpan('knead');\n`;
  const [well, badly] = await Promise.all([
    verifyMain(`${open}provider.shutdown();`),
    verifyMain(`${open}process.exit(0);`),
  ]);
  expect([countsOf(well), countsOf(badly)]).toEqual([{ 'never-ended': 1 }, { 'never-ended': 1 }]);
  expect(well.stdout).toContain('knead × 1 in main, made at main.cjs:5');
  expect(well.code).toBe(1);
});

test('a batch that a process leaves behind has never reached its exporter, which is named', async () => {
  const run = await verifyMain(`
    tracer.startSpan('bake').end();
    process.exit(0);
  `);
  expect(countsOf(run)).toEqual({ 'never-exported': 1 });
  expect(run.stdout).toContain('FileExporter behind BatchSpanProcessor got nothing of it');
  expect(run.code).toBe(1);
});

test('a span that is not sampled need not be exported', async () => {
  const run = await verifyMain(`
    const { AlwaysOffSampler } = require('@opentelemetry/sdk-trace-base');
    tracer.startSpan('bake', {}, trace.setSpanContext(context.active(), { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 0, isRemote: true })).end();
    provider.shutdown();
  `);
  expect([countsOf(run), run.code]).toEqual([{}, 0]);
});

const POOL = `
  const { Piscina } = require('piscina');
  const ovens = new Piscina({ filename: __dirname + '/oven.cjs', maxThreads: 1, idleTimeout: 50 });
  tracer.startActiveSpan('order', async (order) => {
    for (let loaf = 0; loaf < 20; loaf++) await ovens.run(loaf);
    order.end();
    await ovens.close();
    await provider.shutdown();
  });
`;
const BAKE = `
const { trace } = require('@opentelemetry/api');
module.exports = (loaf) => trace.getTracer('oven').startActiveSpan('bake', (bake) => {
  trace.getTracer('oven').startSpan('heat').end();
  bake.end();
  return loaf;
});
`;

test('spans of a worker that has no SDK are told of, with the pool that the codemod would mend', async () => {
  const run = await verifyMain(POOL, { 'oven.cjs': BAKE });
  expect(countsOf(run)).toEqual({ unrecorded: 40 });
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(/bake × 20 in worker-\d+, made at oven\.cjs:3/);
  expect(run.stdout).toContain(
    '→ main.cjs:7 starts bare workers; npx traced-pool-codemod . --write mends it',
  );
});

test('a batch processor in a worker is named as the one that never comes to export', async () => {
  const run = await verifyMain(POOL, { 'oven.cjs': `require('./telemetry.cjs');\n${BAKE}` });
  // Each bake is a root, as the context has not come along, and none of both spans was exported.
  expect(countsOf(run)).toEqual({ parentless: 20, 'never-exported': 40 });
  expect(run.stdout).toMatch(
    /bake × 20 in worker-\d+, made at oven\.cjs:4, FileExporter behind BatchSpanProcessor/,
  );
  expect(run.stdout).toContain('→ main.cjs:7 starts bare workers');
  expect(readFileSync(join(run.folder, 'exported.txt'), 'utf8')).toBe('order\n');
});

test('nothing is wrong with either once it is migrated', async () => {
  const migrated = POOL.replace("require('piscina')", "require('traced-pool')")
    .replaceAll('Piscina', 'TracedThreadPoolExecutor')
    .replace('.run(', '.submit(');
  const [without, own] = await Promise.all([
    verifyMain(migrated, { 'oven.cjs': BAKE }),
    verifyMain(migrated, { 'oven.cjs': `require('./telemetry.cjs');\n${BAKE}` }),
  ]);
  for (const run of [without, own]) expect([countsOf(run), run.code]).toEqual([{}, 0]);
  expect(without.stdout).toContain('41 spans in 1 trace, 1 root');
  expect(readFileSync(join(without.folder, 'exported.txt'), 'utf8').split('\n')).toHaveLength(42);
});

test('a pool that the codemod refuses is named with the code of the refusal', async () => {
  const run = await verifyMain(
    POOL.replace("require('piscina');", "require('piscina');\n  globalThis.kinds = [Piscina];"),
    {
      'oven.cjs': BAKE,
    },
  );
  expect(run.stdout).toMatch(/main\.cjs:\d+ starts bare workers, which the codemod refuses \([a-z-]+: docs/);
});

test('without an SDK a quiet one shows the spans, and nothing is exported', async () => {
  const folder = createProgram({
    'main.cjs': `
      const { trace } = require('@opentelemetry/api');
      const tracer = trace.getTracer('bakery');
      tracer.startActiveSpan('order', async (order) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        tracer.startSpan('bake').end();
        order.end();
      });
    `,
  });
  const run = await runVerify(folder, MAIN);
  expect([countsOf(run), run.code]).toEqual([{}, 0]);
  expect(run.stdout).toMatch(/^order [^\n]*\n└ bake /m);
  expect(run.stdout).toContain('Note: The application has no OpenTelemetry SDK: a quiet one made its spans');
});

test('an application without spans is told that none was seen', async () => {
  const run = await runVerify(createProgram({ 'main.cjs': 'console.log("hello");\n' }), MAIN);
  expect(run.stdout).toMatch(/^hello\n/);
  expect(run.stdout).toContain('No span was seen');
  expect(run.code).toBe(0);
});
