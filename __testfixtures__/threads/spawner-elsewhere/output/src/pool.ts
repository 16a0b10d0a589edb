import { TracedThreadPoolExecutor } from 'traced-pool/threads';
import { spawnMixer } from './spawn-mixer';

export const mixers = new TracedThreadPoolExecutor(spawnMixer, 2);
