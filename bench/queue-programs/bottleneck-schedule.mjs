import Bottleneck from 'bottleneck';
import { work } from './work.cjs';

const limiter = new Bottleneck({ maxConcurrent: 1 });

export const handle = (request) => limiter.schedule({ expiration: 5000 }, () => work(request));
