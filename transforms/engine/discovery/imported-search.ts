import type { FileReader } from './file-reader.js';
import { createByteSearch } from './library-search.js';
import { specifiersIn } from './specifiers.js';
import type { ModuleResolution } from '../resolution/resolution.js';

export interface ImportedQuery {
  /** The files whose imports are looked at, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that may be found. */
  readonly others: ReadonlySet<string>;
  /** What a file must have one of. @default none needs any */
  readonly verbs?: readonly string[];
  readonly skipReason: (content: Buffer) => string | undefined;
}

/** Finds the files that some files import, and so may hand things to: text by absolute path. */
export function findImported(
  { texts, others, verbs, skipReason }: ImportedQuery,
  reader: FileReader,
  resolution: ModuleResolution,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const hasVerb = verbs ? createByteSearch(verbs) : (): boolean => true;
  for (const [path, text] of texts) {
    for (const specifier of specifiersIn(text)) {
      const target = resolution.resolve(specifier, path);
      if (target === undefined || !others.has(target) || found.has(target)) continue;
      const content = reader.read(target);
      if (content && hasVerb(content) && skipReason(content) === undefined)
        found.set(target, content.toString('utf8'));
    }
  }
  return found;
}

/** Passes on what another file has. */
const FORWARDING = /\bexport\s*(?:\*|\{[^}]*\})[^'"]*\bfrom\b/;

/** Reads files, and those that they pass on: text by absolute path. */
export function readForwarded(
  paths: readonly string[],
  { others, skipReason }: Pick<ImportedQuery, 'others' | 'skipReason'>,
  reader: FileReader,
  resolution: ModuleResolution,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const content = reader.read(path);
    if (content && skipReason(content) === undefined) found.set(path, content.toString('utf8'));
  }
  for (let added: ReadonlyMap<string, string> = found; added.size > 0;) {
    const forwarding = new Map([...added].filter(([, text]) => FORWARDING.test(text)));
    const imported = findImported({ texts: forwarding, others, skipReason }, reader, resolution);
    added = new Map([...imported].filter(([path]) => !found.has(path)));
    for (const [path, text] of added) found.set(path, text);
  }
  return found;
}
