import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerOptions } from 'node:worker_threads';
import type { WorkerStart } from './started-worker.js';

const ENTRY = join(__dirname, '..', 'worker', 'raw.js');
const EVAL_ENTRY = join(__dirname, '..', 'worker', 'raw-eval.js');
/** What would no longer be the first thing in its script. */
const DIRECTIVE = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*(["'])use strict\1/;

function isModule({ execArgv = process.execArgv }: WorkerOptions): boolean {
  return execArgv.some((argument) => argument === '--input-type=module' || argument === 'module');
}

/** The source text of a worker, with ours before it, in its first line: line numbers in stack traces stay. */
function toEvalStart(source: string, options: WorkerOptions): WorkerStart | undefined {
  if (source.startsWith('#!')) return undefined;
  if (isModule(options))
    return { filename: `import ${JSON.stringify(pathToFileURL(EVAL_ENTRY).href)};${source}`, options };
  const entry = JSON.stringify(EVAL_ENTRY);
  const strict = DIRECTIVE.test(source) ? "'use strict';" : '';
  // The text may have a `require` of its own, and newer versions of Node.js take it for a module where it has imports.
  const load = `(globalThis.require??globalThis.process.getBuiltinModule('module').createRequire(${entry}))(${entry});`;
  return { filename: strict + load + source, options };
}

/** The file as Node.js's own class takes it; `undefined` where that refuses it, in its own words. */
function toScript(filename: unknown): string | undefined {
  if (filename instanceof URL) {
    if (filename.protocol === 'file:') return fileURLToPath(filename);
    return filename.protocol === 'data:' ? filename.href : undefined;
  }
  if (typeof filename !== 'string') return undefined;
  return isAbsolute(filename) || /^\.\.?[\\/]/.test(filename) ? resolve(filename) : undefined;
}

/** How a worker is started with our script first, which then runs the user's; `undefined` where nothing can run first. */
export function toTracedStart(
  filename: string | URL,
  options: WorkerOptions | undefined,
): WorkerStart | undefined {
  const { argv, eval: isEval } = options ?? {};
  if (isEval) return typeof filename === 'string' ? toEvalStart(filename, options ?? {}) : undefined;
  const script = toScript(filename);
  if (script === undefined || (argv !== undefined && !Array.isArray(argv))) return undefined;
  return { filename: ENTRY, options: { ...options, argv: [script, ...((argv as unknown[]) ?? [])] } };
}
