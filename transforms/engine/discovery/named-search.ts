import { findUnreadText } from '../parsing/typescript-syntax.js';
import type { FileReader } from './file-reader.js';

export interface NamedQuery {
  /** The files that may name others, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that may be found, by absolute path. */
  readonly others: readonly string[];
  readonly skipReason: (content: Buffer) => string | undefined;
}

/** The end of a path to a script, in quotes: `'./resize.js'`, `'../workers/resize'`. */
const SCRIPT = /['"`/]([\w@.-]+?)(?:\.[mc]?[jt]sx?|(?<=\.{1,2}\/[^'"`\n]*))['"`]/g;
const EXTENSION = /\.[mc]?[jt]sx?$/;

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(EXTENSION, '');
}

/**
 * Finds the files that go by a name that others have as a text, such as the scripts of workers: they need not have anything
 * of a library in them. Text by absolute path.
 */
export function findNamed(
  { texts, others, skipReason }: NamedQuery,
  reader: FileReader,
): ReadonlyMap<string, string> {
  const names = new Set(
    [...texts.values()].flatMap((text) => [...text.matchAll(SCRIPT)].map(([, name]) => name)),
  );
  const found = new Map<string, string>();
  for (const path of others) {
    if (!names.has(nameOf(path)) || texts.has(path)) continue;
    const content = reader.read(path);
    const text = content && skipReason(content) === undefined ? content.toString('utf8') : undefined;
    // Many a file is named that is no script, such as what a test is about.
    if (text !== undefined && findUnreadText(path, text) === undefined) found.set(path, text);
  }
  return found;
}
