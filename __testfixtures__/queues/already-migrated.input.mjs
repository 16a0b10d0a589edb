import Bottleneck from 'bottleneck';
import fastq from 'fastq';
import PQueue from 'p-queue';
import throat from 'throat';
import * as tracedPool from 'traced-pool/context';
import { bind, bindCalls, bindQueue } from 'traced-pool/context';

const queue = new PQueue();
const limiter = new Bottleneck();
const work = async (task) => task;
const posts = bindQueue((bound) => fastq.promise(bound(work), 1));

export const all = [
  queue.add(bind(() => 1)),
  queue.add(tracedPool.bind(() => 1)),
  queue.addAll([bind(work)]),
  posts.push(2),
  bindCalls((bound) => limiter.wrap(bound(work))),
  bindCalls((bound) => throat(2, bound(work))),
];
