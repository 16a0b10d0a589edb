import { spawn, Thread, Worker } from 'threads';

const oracle = await spawn(new Worker('./oracle.mjs'), { timeout: 30000 });

export const ask = (question) => oracle.answer(question);
export const dismiss = () => Thread.terminate(oracle);
