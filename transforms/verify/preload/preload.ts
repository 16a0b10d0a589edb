import { threadId } from 'node:worker_threads';
import { ApiStore } from './api-store.js';
import { reachDescendants } from './descendants.js';
import { JournalFile } from './journal.js';
import { QuietSdk } from './quiet-sdk.js';
import { SdkListener } from './sdk-listener.js';
import { FOLDER_VARIABLE } from './variables.js';

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
}

const folder = process.env[FOLDER_VARIABLE];
if (folder !== undefined) listenIn(folder);
