import fastq from 'fastq';
import { work } from './work.cjs';

const queue = fastq.promise(work, 1);

export const handle = (request) => queue.push(request);
