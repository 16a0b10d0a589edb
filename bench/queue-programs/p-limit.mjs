import pLimit from 'p-limit';
import { work } from './work.cjs';

const limit = pLimit(1);

export const handle = (request) => limit(() => work(request));
