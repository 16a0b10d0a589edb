import fastq from 'fastq';

export class Forge {
  readonly heat = 1200;
  readonly anvils?: number;

  start(hammer: fastq.worker<this, string>): fastq.queue<string> {
    const queue = fastq(this, hammer, 1);
    queue.push('horseshoe');
    return queue;
  }
}

export function forge(context: object, hammer: fastq.worker<object, string>, count: number) {
  return [fastq(context, hammer, count), fastq(hammer, count)];
}
