import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

type Callback<T> = (sites: readonly NodeJS.CallSite[]) => T;

const DEPTH = 24;
const OWN = __dirname;

/** The calls of a stack that was captured, without its being formatted. */
function readCallSites(holder: { readonly stack?: unknown }): readonly NodeJS.CallSite[] {
  const { prepareStackTrace } = Error;
  try {
    Error.prepareStackTrace = (_error, sites) => sites;
    const { stack } = holder;
    return Array.isArray(stack) ? (stack as NodeJS.CallSite[]) : [];
  } finally {
    if (prepareStackTrace) Error.prepareStackTrace = prepareStackTrace;
    else Reflect.deleteProperty(Error, 'prepareStackTrace');
  }
}

/** Gives a callback the calls on the stack, the innermost first. */
export function withCallSites<T>(depth: number, callback: Callback<T>): T {
  const { stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  Error.stackTraceLimit = depth;
  Error.captureStackTrace(holder, withCallSites);
  Error.stackTraceLimit = stackTraceLimit;
  return callback(readCallSites(holder));
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

function findOwn(sites: readonly NodeJS.CallSite[]): string | undefined {
  for (const site of sites) {
    const path = toFilePath(site.getFileName());
    if (!path || path.startsWith(OWN) || /[\\/]node_modules[\\/]/.test(path)) continue;
    return toSourcePlace(path, site.getLineNumber() ?? 1, site.getColumnNumber() ?? 1);
  }
  return undefined;
}

/** The innermost place on the stack that is the application's own, as `path:line:column`. */
export function findPlace(): string | undefined {
  try {
    return withCallSites(DEPTH, findOwn);
  } catch {
    return undefined;
  }
}

/** A place on the stack that is only looked up when somebody wants to know it. */
export class CallPlace {
  readonly #holder: { stack?: unknown } = {};

  constructor() {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = DEPTH;
    Error.captureStackTrace(this.#holder, CallPlace);
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** As {@link findPlace} gave it where this was made. */
  find(): string | undefined {
    try {
      return findOwn(readCallSites(this.#holder));
    } catch {
      return undefined;
    }
  }
}
