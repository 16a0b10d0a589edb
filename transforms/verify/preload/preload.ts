import { isMainThread, parentPort, threadId } from 'node:worker_threads';
import type { ContextManager } from './context-manager.js';
import { ApiStore } from './api-store.js';
import { DispatchWatch } from './queues/dispatch-watch.js';
import { reachDescendants } from './descendants.js';
import { JournalFile } from './journal.js';
import { QuietSdk } from './quiet-sdk.js';
import { SdkListener } from './sdk-listener.js';
import { FOLDER_VARIABLE, QUEUES_VARIABLE } from './variables.js';

function listenIn(folder: string): void {
  const journal = new JournalFile(folder);
  journal.write({
    type: 'hello',
    pid: process.pid,
    threadId,
    script: process.argv[1] ?? '',
    isForked: process.connected === true,
  });
  const listener = new SdkListener(journal);
  const quiet: QuietSdk = new QuietSdk(
    () => store,
    () => new SdkListener(journal, true),
  );
  const store = new ApiStore(
    (provider) => listener.watch(provider),
    () => quiet,
  );
  reachDescendants();
  const queues = process.env[QUEUES_VARIABLE];
  if (queues) watchQueues(queues.split(','), journal, store);
}

function watchQueues(packages: readonly string[], journal: JournalFile, store: ApiStore): void {
  try {
    const { hookQueues } = require('./queues/queue-hooks.js') as typeof import('./queues/queue-hooks.js');
    const findManager = (): ContextManager | undefined => store.contextManager as ContextManager | undefined;
    const watch = new DispatchWatch((record) => journal.write(record), findManager);
    hookQueues(packages, watch);
  } catch (error) {
    journal.write({ type: 'fault', message: `queues are not watched: ${(error as Error).message}` });
  }
}

const folder = process.env[FOLDER_VARIABLE];
// Node.js runs loaders in threads of its own, which have no port.
const isApplication = isMainThread || parentPort !== null;
if (folder !== undefined && isApplication) listenIn(folder);
