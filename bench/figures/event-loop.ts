import { monitorEventLoopDelay } from 'node:perf_hooks';
import { summarize } from '../statistics.js';

const NANOS = 1e6;
const SAMPLE_MILLIS = 50;

/** How long this thread could not be had while something ran, and how far its heap grew. */
export interface Delay {
  readonly maxMillis: number;
  readonly p99Millis: number;
  readonly heapMegabytes: number;
}

/** Watches this thread: delays are beyond the millisecond that is asked for. */
export async function watchThread(run: () => Promise<unknown>): Promise<Delay> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage().heapUsed;
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), SAMPLE_MILLIS);
  histogram.enable();
  await run();
  histogram.disable();
  clearInterval(sampling);
  const beyond = (nanos: number): number => Math.max(0, nanos / NANOS - 1);
  return {
    maxMillis: beyond(histogram.max),
    p99Millis: beyond(histogram.percentile(99)),
    heapMegabytes: (peak - before) / 2 ** 20,
  };
}

/** The middle of some delays. */
export function middleOf(delays: readonly Delay[]): Delay {
  const median = (key: keyof Delay): number => summarize(delays.map((delay) => delay[key])).median;
  return {
    maxMillis: median('maxMillis'),
    p99Millis: median('p99Millis'),
    heapMegabytes: median('heapMegabytes'),
  };
}
