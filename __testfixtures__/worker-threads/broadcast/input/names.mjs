import { threadId } from 'node:worker_threads';

export const NEWS = 'town news';
export const here = `thread ${threadId}`;
