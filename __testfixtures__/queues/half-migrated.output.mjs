import fastq from 'fastq';
import PQueue from 'p-queue';
import { bind as carry, inject, bindQueue } from 'traced-pool/context';

const queue = new PQueue();
const posts = bindQueue((bound) => fastq.promise(bound(async (post) => inject(post)), 1));

export const jobs = [queue.add(carry(() => 1)), queue.add(carry(() => 2)), posts.push('x')];
