import { spawn } from 'threads';
import { TracedWorker } from 'traced-pool/threads';

export const spawnMixer = () => spawn<{ mix(salve: string): string }>(new TracedWorker('./mixer'));
