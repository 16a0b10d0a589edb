import fastq from 'fastq';
import { bindQueue } from 'traced-pool/context';

export class Forge {
  readonly heat = 1200;
  readonly anvils?: number;

  start(hammer: fastq.worker<this, string>): fastq.queue<string> {
    const queue = bindQueue((bound) => fastq(this, bound(hammer), 1));
    queue.push('horseshoe');
    return queue;
  }
}

export function forge(context: object, hammer: fastq.worker<object, string>, count: number) {
  return [bindQueue((bound) => fastq(context, bound(hammer), count)), bindQueue((bound) => fastq(bound(hammer), count))];
}
