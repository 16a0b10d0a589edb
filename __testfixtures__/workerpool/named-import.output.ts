import { isMainThread } from 'workerpool';
import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

let shared: TracedThreadPoolExecutor | undefined;

function getShared(): TracedThreadPoolExecutor {
  return (shared ??= new TracedThreadPoolExecutor('./measure.js'));
}

export function measure(rope: string) {
  if (!isMainThread) throw new Error('main thread only');
  return getShared().submit('measure', [rope]);
}
