import pMap from 'p-map';
import { work } from './work.cjs';

export const handle = (request) => pMap([request, request], work, { concurrency: 1 });
