import { ts } from 'ts-morph';
import type { ClassReference } from '../sites/class-references.js';
import type { ExistingImports } from './existing-imports.js';
import { insertAt } from './text-spans.js';
import type { Span } from './text-spans.js';

/** A declaration by which a file knows the library's class, and what the edits leave of its use. */
export interface Binding {
  readonly declaration: ts.Declaration;
  readonly references: readonly ClassReference[];
  /** No use of the name is left. */
  readonly isSpent: boolean;
}

/** Which executors' names are known by now, so that each is imported once. */
export interface ImportState {
  /** The module of the executors. */
  readonly module: string;
  /** A list of the names that the top of the file knows, where there is one. */
  readonly list: ExistingImports['list'];
  /** The names in this file, by the exports'; other than those where they are taken. */
  readonly names: ReadonlyMap<string, string>;
  /** A name for the executors' module, where it is imported whole. */
  readonly moduleName: string;
  /** The exports that only types need. */
  readonly typesOnly: ReadonlySet<string>;
  /** The exports that the top of the file knows by now. */
  readonly imported: Set<string>;
  /** The same of the blocks in it that require the module for themselves. */
  readonly importedWithin: Map<ts.Node, Set<string>>;
}

/** The exports that the references of some bindings need, each once, in the order of their names. */
export function neededBy(bindings: readonly Pick<Binding, 'references'>[]): readonly string[] {
  const exports = bindings.flatMap(({ references }) => references.map(({ executor }) => executor));
  return [...new Set(exports)].toSorted();
}

/** Of the exports that some bindings need those that the top of the file, or a block, does not know; from now on it does. */
export function takeMissing(
  { imported, importedWithin }: ImportState,
  bindings: readonly Pick<Binding, 'references'>[],
  block?: ts.Node,
): readonly string[] {
  const known = block ? (importedWithin.get(block) ?? new Set<string>()) : imported;
  if (block) importedWithin.set(block, known);
  const missing = neededBy(bindings).filter((exported) => !known.has(exported));
  for (const exported of missing) known.add(exported);
  return missing;
}

/** `Name`, or `Name as Other` in the punctuation of an import or of a pattern, for each export. */
export function bindingText({ names }: ImportState, exports: readonly string[], as: ' as ' | ': '): string {
  const texts = exports.map((exported) => {
    const local = names.get(exported) ?? exported;
    return local === exported ? exported : `${exported}${as}${local}`;
  });
  return texts.join(', ');
}

/** Adds exports to the list of names that the file has of the module; `undefined` where there is none. */
export function addToList(state: ImportState, exports: readonly string[]): Span | undefined {
  const { list } = state;
  const last = list?.elements.at(-1);
  if (!list || !last || exports.length === 0) return undefined;
  return insertAt(last.end, `, ${bindingText(state, exports, ts.isNamedImports(list) ? ' as ' : ': ')}`);
}

/** `type `, before the names of an import that only types need. */
export function typePart({ typesOnly }: ImportState, exports: readonly string[]): string {
  return exports.every((exported) => typesOnly.has(exported)) ? 'type ' : '';
}
