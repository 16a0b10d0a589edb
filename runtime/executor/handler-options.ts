import { fileURLToPath } from 'node:url';
import type { HandlerId } from '../protocol/handler-reference.js';
import type { HandlerTaskOptions } from './task-options.js';

/** The path of a file that a pool takes as a path or as a `file:` URL. */
export function toPath(file: string | URL): string {
  if (typeof file === 'string') return file.startsWith('file:') ? fileURLToPath(file) : file;
  return file.protocol === 'file:' ? fileURLToPath(file) : file.href;
}

/** A pool's own handler; `undefined` where it has none, or none that the pool would take: then the pool says so. */
export function readDefaultHandler({ filename, name }: HandlerTaskOptions): HandlerId | undefined {
  if (filename == null || filename === '') return undefined;
  if (typeof filename !== 'string' && !(filename instanceof URL)) return undefined;
  if (name != null && typeof name !== 'string') return undefined;
  return { filename: toPath(filename), name: name ?? 'default' };
}
