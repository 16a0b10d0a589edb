import fastq from 'fastq';
import PQueue from 'p-queue';
import { bind as carry, inject } from 'traced-pool/context';

const queue = new PQueue();
const posts = fastq.promise(async (post) => inject(post), 1);

export const jobs = [queue.add(carry(() => 1)), queue.add(() => 2), posts.push('x')];
