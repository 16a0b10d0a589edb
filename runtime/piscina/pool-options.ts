import { join } from 'node:path';
import type { ExecutorOptions, PiscinaOptions } from './options.js';
import { encodeHandler } from '../protocol/handler-reference.js';
import type { HandlerId } from '../protocol/handler-reference.js';
import { viewScheduling } from './viewed-scheduling.js';

/** What Piscina's workers load in the place of the user's file. */
export const WORKER_ENTRY = join(__dirname, '..', 'worker', 'piscina.js');

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
