import { spawn } from 'threads';
import { TracedWorker } from 'traced-pool/threads';

export const spawnMixer = () => spawn<any>(new TracedWorker('./mixer'));
