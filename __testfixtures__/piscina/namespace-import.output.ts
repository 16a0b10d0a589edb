import * as piscina from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const dryer = new TracedThreadPoolExecutor({ filename: 'dryer.js' });

export const dry = (sheet: Uint8Array) => dryer.submit(piscina.move(sheet));
