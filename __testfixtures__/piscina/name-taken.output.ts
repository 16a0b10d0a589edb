import { TracedThreadPoolExecutor as TracedThreadPoolExecutor2 } from 'traced-pool';
import type { TracedThreadPoolExecutor } from './our-own';

const yard = new TracedThreadPoolExecutor2({ filename: 'yard.js' });

export const sweep = (executor: TracedThreadPoolExecutor) => executor.sweep(yard.submit('north'));
