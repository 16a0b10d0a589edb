import BetterQueue from 'better-queue';
import Bottleneck from 'bottleneck';
import fastq from 'fastq';

const limiter = new Bottleneck();

export async function run(load: () => Promise<fastq.asyncWorker<unknown>>, given: any, job: any, args: [any]) {
  const posts = fastq.promise(await load(), 1);
  posts.push(1);
  limiter.schedule(given, job);
  limiter.schedule(...args);
  return posts;
}

export class Post extends BetterQueue<string> {
  constructor() {
    super((letter, done) => done(null, letter), {});
  }
}
