import Piscina from 'piscina';
import type { TracedThreadPoolExecutor } from './our-own';

const yard = new Piscina({ filename: 'yard.js' });

export const sweep = (executor: TracedThreadPoolExecutor) => executor.sweep(yard.run('north'));
