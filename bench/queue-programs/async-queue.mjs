import { queue } from 'async';
import { work } from './work.cjs';

const jobs = queue(async (request) => work(request), 1);

export const handle = (request) => jobs.pushAsync(request);
