import { spawn, Worker } from 'threads';

export const spawnMixer = () => spawn<{ mix(salve: string): string }>(new Worker('./mixer'));
