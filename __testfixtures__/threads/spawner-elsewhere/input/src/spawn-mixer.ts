import { spawn, Worker } from 'threads';

export const spawnMixer = () => spawn<any>(new Worker('./mixer'));
