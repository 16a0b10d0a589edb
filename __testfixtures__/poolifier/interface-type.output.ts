import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';
import type { IPool, ThreadWorker } from 'poolifier';

type Press = IPool<any, string, string>;

const press: Press = new TracedThreadPoolExecutor<string, string>(2, './press.js');

export const print = (page: string) => press.execute(page);
export const worker: ThreadWorker | undefined = undefined;
