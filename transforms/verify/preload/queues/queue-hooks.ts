import module from 'node:module';
import { pathToFileURL } from 'node:url';
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

/** What a CommonJS module can have of `import-in-the-middle/register-hooks.mjs`. */
interface SyncHooks {
  supportsSyncHooks(): boolean;
  register(options: { readonly include: readonly string[] }): void;
}

/** Has modules that are imported pass through hooks: in this thread where Node.js can, else in its own for loaders. */
function interceptImports(names: readonly string[]): void {
  const include = [...names];
  if ('registerHooks' in module) {
    const hooks = require('import-in-the-middle/register-hooks.mjs') as SyncHooks;
    if (hooks.supportsSyncHooks()) {
      hooks.register({ include });
      return;
    }
  }
  module.register('import-in-the-middle/hook.mjs', pathToFileURL(__filename), { data: { include } });
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
