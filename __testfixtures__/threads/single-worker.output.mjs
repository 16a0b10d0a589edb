import { spawn, Thread } from 'threads';
import { TracedWorker } from 'traced-pool/threads';

const oracle = await spawn(new TracedWorker('./oracle.mjs'), { timeout: 30000 });

export const ask = (question) => oracle.answer(question);
export const dismiss = () => Thread.terminate(oracle);
