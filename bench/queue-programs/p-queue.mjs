import PQueue from 'p-queue';
import { work } from './work.cjs';

const queue = new PQueue({ concurrency: 1 });

export const handle = (request) => queue.add(() => work(request));
