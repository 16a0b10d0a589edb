import module, { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createHook } from 'import-in-the-middle/create-hook.mjs';
import type { LoaderOptions } from 'import-in-the-middle/create-hook.mjs';

/**
 * A loader of our own beside that of the application's instrumentation, which may be the same package: that one keeps one
 * list of modules for all who register it, and warns of the second.
 */
const url = pathToFileURL(createRequire(import.meta.url).resolve('import-in-the-middle/hook.mjs')).href;
const { load, resolve, loadSync, resolveSync, applyOptions } = createHook({ url });

export { load, resolve };

/** Called by Node.js where it runs loaders in a thread of their own. */
export function initialize(options: LoaderOptions): void {
  applyOptions(options);
}

/** Has the loader run in this thread, where Node.js can. */
export function registerInThread(options: LoaderOptions): void {
  applyOptions(options);
  const { registerHooks } = module as unknown as {
    registerHooks(hooks: { readonly load: unknown; readonly resolve: unknown }): void;
  };
  registerHooks({ load: loadSync, resolve: resolveSync });
}
