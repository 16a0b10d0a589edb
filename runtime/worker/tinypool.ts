import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHandlerEntry } from './handler-entry.js';
import { importModule } from './load-handler.js';
import type { Handler } from './load-handler.js';

type Namespace = Record<string, unknown>;

// Names of packages are looked for where the pool is.
const poolRequire = createRequire(process.argv[1] ?? __filename);

function toUrl(filename: string): string {
  try {
    return pathToFileURL(isAbsolute(filename) ? filename : poolRequire.resolve(filename)).href;
  } catch {
    return pathToFileURL(filename).href;
  }
}

/** After `getHandler` in tinypool 2.2 `src/entry/utils.ts` (MIT). */
async function load(filename: string, name: string): Promise<Handler | undefined> {
  const module = (await importModule(toUrl(filename))) as Namespace;
  const { default: given } = module;
  const owner = typeof given !== 'function' && given ? (given as Namespace) : module;
  const candidates = [await owner[name], await module[name]];
  return candidates.find((candidate): candidate is Handler => typeof candidate === 'function');
}

export = createHandlerEntry({
  load,
  toMissingMessage: (filename, name) => `No handler function "${name}" exported from "${filename}"`,
  // `src/common.ts` of tinypool 2.2.
  moveSymbols: { transferable: Symbol.for('Tinypool.transferable'), value: Symbol.for('Tinypool.valueOf') },
});
