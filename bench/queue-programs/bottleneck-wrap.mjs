import Bottleneck from 'bottleneck';
import { work } from './work.cjs';

const limiter = new Bottleneck({ maxConcurrent: 1 });

export const handle = limiter.wrap(work);
