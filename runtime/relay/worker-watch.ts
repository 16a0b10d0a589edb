import { subscribe } from 'node:diagnostics_channel';

/** Told of every worker that this thread makes, whoever makes it. */
export interface WorkerObserver {
  onWorkerCreated(): void;
}

const observers = new Set<WeakRef<WorkerObserver>>();

function notify(): void {
  for (const reference of observers) {
    const observer = reference.deref();
    if (observer) observer.onWorkerCreated();
    else observers.delete(reference);
  }
}

let areThreadsWatched = false;
let areProcessesWatched = false;

function watchThreads(): void {
  if (areThreadsWatched) return;
  areThreadsWatched = true;
  process.on('worker', notify);
}

/** As Node.js does for threads, in the tick after: by then whoever made the process listens to it. */
function watchProcesses(): void {
  if (areProcessesWatched) return;
  areProcessesWatched = true;
  subscribe('child_process', () => process.nextTick(notify));
}

/**
 * Calls the observer in the tick after any thread has been made, or process where that is asked for, for as long as the
 * observer is reachable. One listener serves all observers, lest a process with many pools is warned of a leak.
 */
export function observeWorkers(observer: WorkerObserver, withProcesses = false): void {
  watchThreads();
  if (withProcesses) watchProcesses();
  observers.add(new WeakRef(observer));
}
