import { inject } from 'traced-pool/context';
export async function cut(shape) {
  const { TracedWorker } = await import('traced-pool/context');
  const thread = new TracedWorker('./cut.cjs');
  thread.postMessage(inject(shape));
  return thread;
}
