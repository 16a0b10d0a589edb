export async function cut(shape) {
  const { Worker } = await import('node:worker_threads');
  const thread = new Worker('./cut.cjs');
  thread.postMessage(shape);
  return thread;
}
