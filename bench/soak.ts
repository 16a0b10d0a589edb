// Runs an executor for minutes (10, or the first argument) under random aborts, crashes and recycling, and exits with 1
// unless as many spans came out as went in, each once and in the trace of its request, no rejection went unhandled, and
// memory stayed flat. `npm run soak -- 1 SEED` repeats a run's choices. The flag --no-concurrent-recompilation keeps
// Node.js 20 from aborting now and then ("node_platform.cc: Assertion failed") when a worker is terminated while V8
// compiles for it in the background, be it ours or not.
import { join } from 'node:path';
import { trace } from '@opentelemetry/api';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { TracedThreadPoolExecutor } from 'traced-pool';
import type { ExecutorOptions } from 'traced-pool';
import { SpanTally } from './soak-tally.js';
import { SOAK_TASKS } from './soak-tasks.js';
import type { SoakTask } from './soak-tasks.js';

const [minutes = '10', seedText = String(Date.now() % 1e6)] = process.argv.slice(2);
const ROUND_MILLIS = 4000;
const IN_FLIGHT = 12;
const MAX_MEMORY_GROWTH = 1.15;

/** Mulberry32, so that a run can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const collectGarbage = (globalThis as { gc?: () => void }).gc;
if (!collectGarbage) throw new Error('The soak needs to be started by `npm run soak`, which has --expose-gc');
const random = createRandom(Number(seedText));
const tally = new SpanTally();
const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(tally)] });
provider.register();
const tracer = trace.getTracer('requests');
const begun = new Int32Array(new SharedArrayBuffer(8));
const outcomes = new Map<string, { ok: number; failed: number }>();
const heapMegabytes: number[] = [];
const residentMegabytes: number[] = [];
const pending = new Map<unknown, string>();
let isDone = false;
let unhandledCount = 0;
let droppedCount = 0;
process.on('unhandledRejection', (error) => {
  unhandledCount++;
  console.error('unhandled', error);
});

// Node.js leaves when nothing is left to wait for, be it that a task was forgotten.
process.on('exit', () => {
  if (isDone) return;
  console.error('The soak has FAILED: these tasks were never answered:', [...pending.values()]);
  process.exitCode = 1;
});

const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

function pickTask(): SoakTask {
  let left = random() * SOAK_TASKS.reduce((sum, { weight }) => sum + weight, 0);
  return SOAK_TASKS.find(({ weight }) => (left -= weight) < 0) ?? (SOAK_TASKS[0] as SoakTask);
}

async function request(executor: TracedThreadPoolExecutor): Promise<void> {
  const { name, submit } = pickTask();
  const outcome = outcomes.get(name) ?? { ok: 0, failed: 0 };
  outcomes.set(name, outcome);
  await tracer.startActiveSpan('request', { root: true }, async (span) => {
    tally.expect(span.spanContext().traceId);
    pending.set(span, name);
    const task = { begun, millis: Math.floor(random() * 6), count: Math.floor(random() * 3000) };
    try {
      await submit(executor, task, random);
      outcome.ok++;
    } catch {
      outcome.failed++;
    }
    pending.delete(span);
    span.end();
  });
}

/** One executor from its first task to its end. */
async function round(): Promise<void> {
  const options: ExecutorOptions = {
    minThreads: pick([0, 1, 2]),
    maxThreads: pick([2, 3]),
    idleTimeout: pick([0, 5, 100]),
    atomics: pick(['sync', 'async', 'disabled'] as const),
    concurrentTasksPerWorker: pick([1, 1, 3]),
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  };
  const filename = join(__dirname, '..', 'soak-handlers.cjs');
  const executor = new TracedThreadPoolExecutor({ filename, ...options });
  executor.on('error', () => {});
  const end = Date.now() + ROUND_MILLIS;
  const loop = async (): Promise<void> => {
    while (Date.now() < end) await request(executor);
  };
  const loops = Array.from({ length: IN_FLIGHT }, loop);
  // Piscina 5.3 may hang in close() while tasks wait and a worker is missing, with or without us.
  if (random() < 0.5) {
    await Promise.all(loops);
    await executor.close();
  } else {
    await new Promise((resolve) => setTimeout(resolve, ROUND_MILLIS));
    await executor.destroy();
    await Promise.all(loops);
    await executor.destroy();
  }
  droppedCount += executor.relayedSpans.dropped;
}

async function sampleMemory(): Promise<void> {
  await provider.forceFlush();
  collectGarbage?.();
  const { heapUsed, rss } = process.memoryUsage();
  heapMegabytes.push(heapUsed / 2 ** 20);
  residentMegabytes.push(rss / 2 ** 20);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

/** The median of the last third over that of the second: the first is warm-up. */
function growth(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  return median(samples.slice(2 * third)) / median(samples.slice(third, 2 * third));
}

async function main(): Promise<void> {
  const end = Date.now() + Number(minutes) * 60_000;
  let roundCount = 0;
  for (; Date.now() < end; roundCount++) {
    await round();
    await sampleMemory();
    if (roundCount % 10 === 0)
      console.log(
        `round ${roundCount}: in ${begun[1]}, out ${tally.outCount}, heap ${heapMegabytes.at(-1)?.toFixed(1)} MB`,
      );
  }
  await provider.forceFlush();
  const [most = 0, least = 0] = begun;
  const [heapGrowth, residentGrowth] = [growth(heapMegabytes), growth(residentMegabytes)];
  console.table(Object.fromEntries(outcomes));
  console.table({
    'minutes, seed': `${minutes}, ${seedText}`,
    executors: roundCount,
    'spans in': most === least ? most : `${least} to ${most}`,
    'spans out': tally.outCount,
    'of which closed by the executor': tally.closedCount,
    'in a wrong trace': tally.strayCount,
    twice: tally.duplicateCount,
    'counted as dropped': droppedCount,
    'unhandled rejections': unhandledCount,
    'heap, MB': `${median(heapMegabytes).toFixed(1)}, growth × ${heapGrowth.toFixed(3)}`,
    'resident, MB': `${median(residentMegabytes).toFixed(0)}, growth × ${residentGrowth.toFixed(3)}`,
  });
  const isRight =
    tally.outCount >= least &&
    tally.outCount <= most &&
    tally.strayCount + tally.duplicateCount + droppedCount + unhandledCount === 0 &&
    heapGrowth <= MAX_MEMORY_GROWTH &&
    residentGrowth <= MAX_MEMORY_GROWTH;
  console.log(isRight ? 'The soak has passed.' : 'The soak has FAILED.');
  isDone = true;
  process.exitCode = isRight ? 0 : 1;
}

void main();
