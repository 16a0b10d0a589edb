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

/**
 * Calls the observer in the tick after any worker has been made, for as long as the observer is reachable. One
 * listener serves all observers, lest a process with many pools is warned of a leak.
 */
export function observeWorkers(observer: WorkerObserver): void {
  if (observers.size === 0) process.on('worker', notify);
  observers.add(new WeakRef(observer));
}
