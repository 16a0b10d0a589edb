import { relative, sep } from 'node:path';

/** A path as in reports: relative to the root, with forward slashes. */
export function toLabel(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
