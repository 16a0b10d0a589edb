import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { Hook as ImportHook } from 'import-in-the-middle';
import { Hook as RequireHook } from 'require-in-the-middle';
import { LIBRARIES } from '../../../queues/libraries.js';
import type { QueueLibrary } from '../../../queues/queue-library.js';
import type { DispatchWatch } from './dispatch-watch.js';
import { watchExports } from './watched-exports.js';
import { QueueWatch } from './watched-queue.js';

interface Hooked {
  readonly library: QueueLibrary;
  readonly watch: QueueWatch;
  readonly only?: string;
}

/** What a CommonJS module can have of `queue-loader.mts`, where Node.js lets it require one that is none. */
interface QueueLoader {
  registerInThread(options: { readonly include: readonly string[] }): void;
}

/** Node.js that has these hooks can also require a module that is none of CommonJS. */
function canHookInThread(): boolean {
  if (!('registerHooks' in module)) return false;
  const { supportsSyncHooks } = require('import-in-the-middle/supports-sync-hooks.mjs') as {
    supportsSyncHooks(): boolean;
  };
  return supportsSyncHooks();
}

const LOADER = join(__dirname, 'queue-loader.mjs');

/** Has modules that are imported pass through hooks: in this thread where Node.js can, else in its own for loaders. */
function interceptImports(names: readonly string[]): void {
  const include = [...names];
  if (canHookInThread()) (require(LOADER) as QueueLoader).registerInThread({ include });
  // Elsewhere each worker would need a thread more, which takes longer to start than the worker.
  else if (isMainThread) module.register(pathToFileURL(LOADER), { data: { include } });
}

/** Watches the queues of the libraries with these names, as their modules are loaded. */
export function hookQueues(packages: readonly string[], dispatches: DispatchWatch): void {
  const hooked = new Map<string, Hooked>();
  for (const library of LIBRARIES.filter(({ name }) => packages.includes(name))) {
    const watch = new QueueWatch(library, dispatches);
    hooked.set(library.name, { library, watch });
    for (const [name, only] of Object.entries(library.submodules ?? {}))
      hooked.set(name, { library, watch, only });
  }
  const names = [...hooked.keys()];
  const watchModule = (exports: unknown, name: string): unknown => {
    const own = hooked.get(name.replace(/\\/g, '/'));
    return own ? watchExports(exports, own.library, own.watch, own.only) : exports;
  };
  new RequireHook(names, (exports, name) => watchModule(exports, name) as typeof exports);
  new ImportHook(names, (exports, name) => void watchModule(exports, name));
  interceptImports(names);
}
