import type { ts } from 'ts-morph';
import type { ClassReference } from '../sites/class-references.js';
import type { ExecutorImport } from '../proof/library.js';

/** A declaration by which a file knows the library's class, and what the edits leave of its use. */
export interface Binding {
  readonly declaration: ts.Declaration;
  readonly references: readonly ClassReference[];
  /** No use of the name is left. */
  readonly isSpent: boolean;
}

/** Where the executor's name is known by now, so that it is imported once. */
export interface ImportState {
  readonly executor: ExecutorImport;
  /** The name in this file, other than the executor's own where that is taken. */
  readonly localName: string;
  /** A name for the executor's module, where it is imported whole. */
  readonly moduleName: string;
  /** Only types need it. */
  readonly isTypeOnly: boolean;
  isImported: boolean;
}

/** `Name`, or `Name as Other` in the punctuation of an import or of a pattern. */
export function bindingText({ executor, localName }: ImportState, as: ' as ' | ': '): string {
  return localName === executor.name ? localName : `${executor.name}${as}${localName}`;
}
