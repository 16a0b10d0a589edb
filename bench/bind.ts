// Times what it costs to bind a job and to call it once, beside the bare job and beside what else binds one: in turns,
// in one process per state of the application's tracing. `node bench/dist/bind.js [--jobs 2000] [--rounds 25]`
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { bind } from 'traced-pool/context';
import { formatTable, summarize } from './statistics.js';

type Job = (n: number) => unknown;
type Binding = (job: Job) => Job;
type Timings = Record<string, Record<string, number[]>>;

const STATES = ['no SDK', 'no span', 'a span'] as const;

const BINDINGS: Record<string, Binding> = {
  bare: (job) => job,
  'traced-pool bind': (job) => bind(job),
  'bind, all': (job) => bind(job, { all: true }),
  'context.bind': (job) => context.bind(context.active(), job),
  'AsyncLocalStorage.bind': (job) => AsyncLocalStorage.bind(job),
  'AsyncResource.bind': (job) => AsyncResource.bind(job),
};

let sum = 0;
const JOBS: Record<string, () => Job> = {
  'arrow function': () => () => sum++,
  'named function': () =>
    function resize(n: number) {
      sum += n;
    },
  'async function': () => async (n: number) => (sum += n),
};

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '25' },
    state: { type: 'string' },
  },
});
const jobCount = Number(values.jobs);
const roundCount = Number(values.rounds);

/** Binds jobs in the active context, as requests do, and calls them in none, as who drains a queue may. */
async function timeRound(jobs: readonly Job[], binding: Binding): Promise<number> {
  const start = process.hrtime.bigint();
  const bound = jobs.map((job) => binding(job));
  let last: unknown;
  context.with(ROOT_CONTEXT, () => {
    for (const job of bound) last = job(1);
  });
  await last;
  return Number(process.hrtime.bigint() - start) / jobs.length;
}

async function timeState(): Promise<Timings> {
  const timings: Timings = {};
  for (const [name, create] of Object.entries(JOBS)) {
    const jobs = Array.from({ length: jobCount }, create);
    const own: Record<string, number[]> = Object.fromEntries(Object.keys(BINDINGS).map((key) => [key, []]));
    for (let round = -3; round < roundCount; round++)
      for (const [key, binding] of Object.entries(BINDINGS)) {
        const nanos = await timeRound(jobs, binding);
        if (round >= 0) own[key]?.push(nanos);
      }
    timings[name] = own;
  }
  return timings;
}

async function timeInProcess(state: string): Promise<void> {
  if (state !== 'no SDK') new NodeTracerProvider().register();
  const span = trace.getTracer('bench').startSpan('request');
  const active = state === 'a span' ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  console.log(JSON.stringify(await context.with(active, timeState)));
}

function timeAll(): void {
  const rows = STATES.flatMap((state) => {
    const words = [__filename, '--state', state, '--jobs', values.jobs, '--rounds', values.rounds];
    const timings = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Timings;
    return Object.entries(timings).flatMap(([job, own]) => {
      const bare = summarize(own.bare ?? []).median;
      const ours = summarize(own['traced-pool bind'] ?? []).median;
      return Object.entries(own).map(([name, nanos]) => {
        const { median, min, max } = summarize(nanos);
        const spread = `${min.toFixed(0)} to ${max.toFixed(0)}`;
        return [
          state,
          job,
          name,
          median.toFixed(0),
          spread,
          (median / bare).toFixed(1),
          (median / ours).toFixed(2),
        ];
      });
    });
  });
  const head = ['state', 'job', 'bound by', 'ns, median', 'spread', 'x bare', 'x bind'];
  console.log(
    `${jobCount} jobs, each bound and called once; ${roundCount} rounds; Node ${process.version}, ` +
      `${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}\n\n${formatTable([head, ...rows])}`,
  );
}

if (values.state === undefined) timeAll();
else void timeInProcess(values.state);
