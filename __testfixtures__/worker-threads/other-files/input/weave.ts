import { getShuttle } from './threads.js';

export async function weave(row: readonly number[]): Promise<void> {
  await Promise.resolve();
  getShuttle().postMessage(row);
}
