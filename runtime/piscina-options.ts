import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExecutorOptions, PiscinaOptions } from './options.js';
import { encodeHandler } from './protocol/handler-reference.js';
import type { HandlerId } from './protocol/handler-reference.js';
import { viewScheduling } from './viewed-scheduling.js';

/** What Piscina's workers load in the place of the user's file. */
export const WORKER_ENTRY = join(__dirname, 'worker', 'piscina.js');

export function toPath(filename: string): string {
  return filename.startsWith('file:') ? fileURLToPath(new URL(filename)) : filename;
}

/** Own properties only, as Piscina reads options: a polluted prototype gives none. */
export function ownProperties<T extends object>(options: T): T {
  return Object.assign(Object.create(null) as T, options);
}

/** The pool's own handler; `undefined` where it has none, or none that Piscina would take: then Piscina says so. */
export function readDefaultHandler({ filename, name }: ExecutorOptions): HandlerId | undefined {
  if (typeof filename !== 'string' || filename === '') return undefined;
  if (name != null && typeof name !== 'string') return undefined;
  return { filename: toPath(filename), name: name ?? 'default' };
}

/** What Piscina is given; {@link toShownOptions} has what is replaced here. */
export function toPiscinaOptions(options: ExecutorOptions, handler: HandlerId | undefined): PiscinaOptions {
  const { tracing: _tracing, ...rest } = options;
  const ours = { ...rest, ...viewScheduling(options) };
  if (!handler) return ours;
  const name = encodeHandler({ ...handler, form: 'startup', isRecorded: true });
  return { ...ours, filename: WORKER_ENTRY, name };
}

/** What {@link toPiscinaOptions} replaced, as the user gave it. */
export function toShownOptions(
  { taskQueue, loadBalancer }: ExecutorOptions,
  handler: HandlerId | undefined,
): PiscinaOptions {
  return { ...handler, ...(taskQueue && { taskQueue }), ...(loadBalancer && { loadBalancer }) };
}
