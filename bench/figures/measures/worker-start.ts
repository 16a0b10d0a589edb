import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { summarize } from '../../statistics.js';
import type { Measure, Row } from '../row.js';

const SCRIPT = join(__dirname, '..', '..', '..', 'figures', 'worker-start.cjs');
const KINDS = ['bare', 'traced', 'own-sdk'] as const;
const SHARE = 1 / 3;
const MIN_ROUNDS = 3;
const WORKERS = 4;
/** By then every worker has loaded its tasks. */
const SETTLE_MILLIS = 1000;

interface Start {
  readonly firstMillis: number;
  readonly kilobytes: number;
}

async function start(kind: string, workers: number, settleMillis: number): Promise<Start> {
  const words = ['--expose-gc', SCRIPT, kind, String(workers), String(settleMillis)];
  return JSON.parse((await promisify(execFile)(process.execPath, words)).stdout) as Start;
}

function toRow(measure: string, target: string, unit: string, starts: Starts, key: keyof Start): Row {
  const [bare, traced, ownSdk] = KINDS.map((kind) => summarize(starts[kind].map((own) => own[key])));
  if (!bare || !traced || !ownSdk) throw new RangeError('a kind of worker is missing');
  const [ours, theirs] = [traced.median - bare.median, ownSdk.median - bare.median];
  const show = (value: number): string =>
    `${(key === 'kilobytes' ? value / 1024 : value).toFixed(1)} ${unit}`;
  return {
    measure,
    target,
    result: `${show(ours)} against ${show(theirs)}: ${((100 * ours) / theirs).toFixed(0)} %`,
    spread: `a bare worker ${show(bare.median)}; ${starts.bare.length} rounds`,
    isMet: ours <= theirs * SHARE,
  };
}

type Starts = Readonly<Record<(typeof KINDS)[number], Start[]>>;

/** What our relay adds to a worker, against what an SDK of its own with an OTLP exporter adds. */
export const measure: Measure = async ({ seconds, isShort }) => {
  const starts: Starts = { bare: [], traced: [], 'own-sdk': [] };
  const firsts: Starts = { bare: [], traced: [], 'own-sdk': [] };
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < (isShort ? 1 : MIN_ROUNDS) || (!isShort && performance.now() < end); round += 1)
    for (const kind of KINDS) {
      starts[kind].push(await start(kind, isShort ? 1 : WORKERS, isShort ? 0 : SETTLE_MILLIS));
      firsts[kind].push(isShort ? (starts[kind][0] as Start) : await start(kind, 1, 0));
    }
  const target = 'at most a third of what the own SDK adds';
  return [
    toRow(
      'memory that our relay adds to a worker, against its own NodeSDK and OTLP exporter',
      target,
      'MB',
      starts,
      'kilobytes',
    ),
    toRow('time to the first result, the same', target, 'ms', firsts, 'firstMillis'),
  ];
};
