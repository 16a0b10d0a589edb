import { getShuttle } from './threads.js';
import { inject } from 'traced-pool/context';

export async function weave(row: readonly number[]): Promise<void> {
  await Promise.resolve();
  getShuttle().postMessage(inject(row));
}
