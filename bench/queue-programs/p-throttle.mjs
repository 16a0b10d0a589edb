import pThrottle from 'p-throttle';
import { work } from './work.cjs';

export const handle = pThrottle({ limit: 1, interval: 10 })(work);
