import type { ProcessorName, RelayCase, SdkLine } from './relay-case.js';

type Case = Omit<RelayCase, 'line' | 'sdk'> & Partial<RelayCase>;

const LINES: readonly SdkLine[] = [1, 2, 3];
const PRELOADS = ['--import', '--require', 'NODE_OPTIONS'] as const;
const REQUESTS = { scenario: 'requests', startedCount: 80 };

const toCase = (one: Case): RelayCase => ({ line: 2, sdk: 'main', ...one });

/** The case on each line, one after the other. */
const onAllLines = (one: Case): RelayCase[] => LINES.map((line) => toCase({ ...one, line }));

const processorCases = (
  [
    ['BatchSpanProcessor', ['batch']],
    ['SimpleSpanProcessor', ['simple']],
    ['several processors', ['simple', 'batch', 'simple']],
    ['several processors, one of which throws', ['simple', 'throwing', 'batch']],
  ] as [string, ProcessorName[]][]
).flatMap(([title, processors]) =>
  onAllLines({ ...REQUESTS, title: `SDK in main only, ${title}`, processors }),
);

const preloadCases = PRELOADS.flatMap((sdk) => [
  ...onAllLines({ ...REQUESTS, title: `SDK preloaded by ${sdk}, bare provider`, sdk }),
  toCase({
    ...REQUESTS,
    title: `SDK preloaded by ${sdk}, NodeSDK`,
    sdk,
    kind: 'NodeSDK',
    pool: { maxThreads: 1 },
  }),
]);

const poolCases = [
  { title: 'execArgv: []', pool: { execArgv: [] } },
  { title: 'env: {}', pool: { env: {} } },
  {
    title: 'execArgv: [] and env: {}, SDK preloaded',
    pool: { execArgv: [], env: {} },
    sdk: '--require' as const,
  },
  ...['sync', 'async', 'disabled'].map((atomics) => ({ title: `atomics: '${atomics}'`, pool: { atomics } })),
].map((one) => toCase({ ...REQUESTS, ...one }));

const taskCases = [
  {
    title: 'concurrentTasksPerWorker: 4',
    scenario: 'interleaved',
    pool: { concurrentTasksPerWorker: 4 },
    startedCount: 80,
  },
  { title: 'idle recycling', scenario: 'waves', startedCount: 40 },
  { title: 'idle recycling, SDK preloaded', scenario: 'waves', sdk: '--require' as const, startedCount: 40 },
  {
    title: 'main process ends after the last result',
    scenario: 'unclosed',
    pool: { minThreads: 2 },
    startedCount: 80,
  },
  {
    title: 'main process exits after the last result',
    scenario: 'unclosed',
    details: { exits: true },
    pool: { minThreads: 2 },
    startedCount: 80,
  },
  { title: 'results that lead to more tasks', scenario: 'chain', startedCount: 90 },
  { title: 'a worker that owns an executor', scenario: 'nested', startedCount: 28 },
  {
    title: 'a worker that owns an executor, SDK preloaded',
    scenario: 'nested',
    sdk: '--require' as const,
    startedCount: 28,
  },
  ...['sync', 'async', 'disabled'].map((atomics) => ({
    title: `spans that end after the result, atomics: '${atomics}'`,
    scenario: 'lateAndParked',
    pool: { atomics },
    startedCount: 40,
  })),
  {
    title: 'spans that start after the result',
    scenario: 'lateAndAwake',
    pool: { atomics: 'disabled' },
    startedCount: 40,
  },
].map(toCase);

const failureCases = [
  { title: 'handler throws', details: { how: 'throws', failures: ['error'] }, startedCount: 20 },
  { title: 'handler rejects', details: { how: 'rejects', failures: ['error'] }, startedCount: 20 },
  {
    title: 'handler throws a non-error',
    details: { how: 'throws', failures: ['text', 'nothing'] },
    startedCount: 40,
  },
].map((one) => toCase({ scenario: 'failures', ...one }));

const endingCases = [
  { title: 'abort of queued tasks', scenario: 'abortQueued', startedCount: 3 },
  { title: 'abort of running tasks', scenario: 'abortRunning', startedCount: 20 },
  { title: 'uncaught exception in a timer', scenario: 'uncaught', startedCount: 10 },
  {
    title: 'out of memory',
    scenario: 'outOfMemory',
    pool: { resourceLimits: { maxOldGenerationSizeMb: 20 } },
    startedCount: 10,
  },
  { title: 'destroy() with tasks in flight', scenario: 'destroy', startedCount: 6 },
  ...['hang', 'spin'].map((how) => ({
    title: `destroy() of a worker that owns an executor, whose task ${how === 'spin' ? 'is busy' : 'waits'}`,
    scenario: 'nestedDestroy',
    details: { how },
    startedCount: 14,
  })),
  { title: 'close() with tasks in flight', scenario: 'close', startedCount: 6 },
  { title: 'close({ force: true }) with tasks in flight', scenario: 'closeByForce', startedCount: 6 },
].map(toCase);

const burstCases = [
  { title: '100,000 spans from one task', startedCount: 100_000 },
  { title: '100,000 spans from one task, export takes 5 ms', startedCount: 100_000, exportMillis: 5 },
  {
    title: '20,000 spans from one task, main thread busy',
    startedCount: 20_000,
    details: { busyMillis: 20 },
  },
].map((one) =>
  toCase({
    ...one,
    scenario: 'burst',
    details: { ...one.details, count: one.startedCount },
    isMemoryNoted: true,
  }),
);

/** All rows, in the order of the table. */
export const RELAY_CASES: readonly RelayCase[] = [
  ...processorCases,
  ...preloadCases,
  ...onAllLines({ ...REQUESTS, title: 'no SDK', sdk: 'none' }),
  ...poolCases,
  ...taskCases,
  ...failureCases,
  ...onAllLines({ title: 'process.exit() in the worker', scenario: 'exit', startedCount: 10 }),
  ...onAllLines({
    title: 'process.exit() in the worker, SDK preloaded',
    scenario: 'exit',
    sdk: '--require',
    startedCount: 10,
  }),
  ...endingCases,
  ...burstCases,
];
