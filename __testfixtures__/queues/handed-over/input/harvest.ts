import PQueue from 'p-queue';
import { press } from './press.js';

export const harvest = (grapes: string[]) => press(new PQueue({ concurrency: 2 }), grapes);
