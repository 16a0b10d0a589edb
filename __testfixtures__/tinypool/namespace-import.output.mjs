import * as tiny from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const press = new TracedThreadPoolExecutor({ filename: './print-page.mjs' });
const spare = new TracedThreadPoolExecutor({ filename: './print-page.mjs' });

export const print = (page) => (page.isDraft ? spare.submit(page) : press.submit(page));
export const id = tiny.workerId;
