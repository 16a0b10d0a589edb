import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files that are on the stack, the innermost first. */
function readStackFiles(): string[] {
  const { prepareStackTrace: former } = Error;
  try {
    Error.prepareStackTrace = (_error, sites) => sites.map((site) => site.getFileName());
    const files = new Error().stack as unknown as readonly (string | null | undefined)[];
    return files.filter((file) => typeof file === 'string');
  } finally {
    if (former) Error.prepareStackTrace = former;
    else Reflect.deleteProperty(Error, 'prepareStackTrace');
  }
}

/**
 * The file that a worker of threads.js runs: it is given relative to the file that makes the worker. After
 * `resolveScriptPath` in threads 1.7 `src/master/implementation.node.ts` (MIT).
 *
 * @param ownFiles files that only pass the path on.
 * @throws what `require.resolve()` throws where there is no such file.
 */
export function resolveScript(script: string, ownFiles: readonly string[]): string {
  const isCaller = (file: string): boolean =>
    !ownFiles.includes(file) && file !== __filename && !/[/\\]worker_threads[/\\]/.test(file);
  const caller = readStackFiles().find((file) => isCaller(file) && !file.startsWith('node:'));
  const path = caller?.startsWith('file:') ? fileURLToPath(caller) : caller;
  const resolved = require.resolve(path ? join(dirname(path), script) : script);
  return resolved.replace(/\.asar([/\\])/, '.asar.unpacked$1');
}
