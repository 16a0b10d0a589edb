import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

type Callback<T> = (sites: readonly NodeJS.CallSite[]) => T;

const DEPTH = 24;
const OWN = __dirname;

/** Gives a callback the calls on the stack, the innermost first, without a stack being formatted. */
export function withCallSites<T>(depth: number, callback: Callback<T>): T {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = depth;
    Error.prepareStackTrace = (_error, sites) => sites;
    Error.captureStackTrace(holder, withCallSites);
    return callback((holder.stack ?? []) as readonly NodeJS.CallSite[]);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace) Error.prepareStackTrace = prepareStackTrace;
    else Reflect.deleteProperty(Error, 'prepareStackTrace');
  }
}

/** The path of a file on the stack; `undefined` for what is no file. */
export function toFilePath(name: string | null | undefined): string | undefined {
  if (!name || name.startsWith('node:')) return undefined;
  try {
    // A loader may have given the module a query.
    return name.startsWith('file:') ? fileURLToPath(name.replace(/[?#].*$/, '')) : name;
  } catch {
    return undefined;
  }
}

/** Where it is in what was compiled, if this process knows, as it does where a loader compiles. */
function toSourcePlace(path: string, line: number, column: number): string {
  const entry = findSourceMap(path)?.findEntry(line - 1, column - 1);
  if (!entry || !('originalLine' in entry)) return `${path}:${line}:${column}`;
  const source = toFilePath(entry.originalSource) ?? path;
  return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** The innermost place on the stack that is the application's own, as `path:line:column`. */
export function findPlace(): string | undefined {
  try {
    return withCallSites(DEPTH, (sites) => {
      for (const site of sites) {
        const path = toFilePath(site.getFileName());
        if (!path || path.startsWith(OWN) || /[\\/]node_modules[\\/]/.test(path)) continue;
        return toSourcePlace(path, site.getLineNumber() ?? 1, site.getColumnNumber() ?? 1);
      }
      return undefined;
    });
  } catch {
    return undefined;
  }
}
