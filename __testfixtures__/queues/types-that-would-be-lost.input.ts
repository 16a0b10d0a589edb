import AsyncLock from 'async-lock';
import BetterQueue from 'better-queue';
import Bottleneck from 'bottleneck';
import fastq from 'fastq';

interface Options {
  readonly anvils?: number;
}

const limiter = new Bottleneck();
const lock = new AsyncLock();

export function forge(options: Options, hammer: fastq.asyncWorker<unknown, string>) {
  if (!options.anvils) throw new Error('no anvil');
  return fastq.promise(hammer, options.anvils);
}

export const answers = [
  limiter.schedule((iron) => Promise.resolve(iron), 'iron'),
  lock.acquire('fire', (done) => done(null, 1), () => {}),
  new BetterQueue<number, string>((iron, done) => done(null, `${iron}`)),
];
