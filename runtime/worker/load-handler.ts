import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export type Handler = (task: unknown) => unknown;

/** What a module gives. */
export type Loaded = Handler | Record<string, unknown>;

// Node keeps `import()` in CommonJS; the function shields it from compilers that would not.
export const importModule = new Function('specifier', 'return import(specifier)') as (
  url: string,
) => Promise<Loaded>;

// The pool's own worker file: relative and bare names resolve from there, as they do without us.
const requireFromPool = createRequire(process.argv[1] ?? __filename);

/** What TypeScript's `import()` makes of a CommonJS module, which is how Piscina's worker is compiled. */
function toNamespace(loaded: Loaded): Loaded {
  return loaded?.['__esModule' as never] ? loaded : { ...loaded, default: loaded };
}

async function pick(loaded: Loaded, name: string): Promise<unknown> {
  return typeof loaded === 'function' ? loaded : await loaded[name];
}

/**
 * Loads a handler the way Piscina's worker does: `require()` first, `import()` where that gives no function; an export
 * may be a promise of a handler.
 * After `getHandler` in piscina 5.3 `src/worker.ts` (MIT).
 *
 * @returns `undefined` where the module has no such handler.
 * @throws what the module throws when it is loaded.
 */
export async function loadHandler(filename: string, name: string): Promise<Handler | undefined> {
  let handler: unknown;
  try {
    handler = await pick(toNamespace(requireFromPool(filename) as Loaded), name);
  } catch {
    // `import()` tells the reason, if there still is one.
  }
  if (typeof handler !== 'function')
    handler = await pick(await importModule(pathToFileURL(filename).href), name);
  return typeof handler === 'function' ? (handler as Handler) : undefined;
}
