import { ts } from 'ts-morph';

/** What an expression of the user's code can be, as far as its declarations prove. */
export type Value =
  /** The library's module. */
  | { readonly kind: 'library' }
  /** Something that the library exports. */
  | { readonly kind: 'export'; readonly name: string }
  /** The module of our executor, and the executor's class: what has been migrated before. */
  | { readonly kind: 'executor-module' }
  | { readonly kind: 'executor'; readonly name: string }
  /** A module of the project. */
  | { readonly kind: 'module'; readonly file: ts.SourceFile }
  | { readonly kind: 'class'; readonly declaration: ts.ClassLikeDeclaration; readonly isPartial?: boolean }
  | FunctionValue
  | Instance
  /** Something that pools are made of: the `new` expressions that it may come from. */
  | Part
  /** `null` or `undefined`, which a variable may hold beside a pool. */
  | { readonly kind: 'nothing' }
  /** Proven to be no concern of the library's. */
  | { readonly kind: 'other' }
  /** Not proven to be anything. */
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      readonly mayBeClass?: boolean;
      /** It goes by a name by which pools go. */
      readonly isOfName?: boolean;
    };

/** A function of the project. */
export interface FunctionValue {
  readonly kind: 'function';
  readonly declaration: ts.SignatureDeclaration & { body?: ts.Node | undefined };
  /** As for an {@link Instance}: here it is the function's own type that has been declared. */
  readonly annotations: readonly ts.TypeNode[];
  /** What it gives may come from elsewhere as well. */
  readonly isPartial?: boolean;
}

/** What pools are made of, where the library has a class for that. */
export interface Part {
  readonly kind: 'part';
  readonly constructs: readonly ts.Node[];
}

/** A pool. */
export interface Instance {
  readonly kind: 'instance';
  /** Where it may have been built: `new` expressions and heritage clauses; empty where only a type tells. */
  readonly constructs: readonly ts.Node[];
  /** The type annotations that it has passed through, which must go along if its type changes. */
  readonly annotations: readonly ts.TypeNode[];
  /** It may be something else as well: built elsewhere, or no pool at all. */
  readonly isPartial: boolean;
  /** It is put in one place with something that is not proven to be a pool. */
  readonly isMixed?: boolean;
}

export const NOTHING: Value = { kind: 'nothing' };
export const OTHER: Value = { kind: 'other' };

export function unknown(reason: string): Value {
  return { kind: 'unknown', reason };
}

/** Whether the properties of a value are exports, which have no symbol of their own where the library is not installed. */
export function hasMembers({ kind }: Value): boolean {
  return kind === 'library' || kind === 'export' || kind === 'module' || kind === 'executor-module';
}

/** Notes that a value has passed through an annotation. */
export function annotate(value: Value, annotation: ts.TypeNode | undefined): Value {
  if (value.kind !== 'instance' && value.kind !== 'function') return value;
  // `as const` says nothing of what a value is.
  const isSilent = !annotation || ts.isConstTypeReference(annotation);
  if (isSilent || value.annotations.includes(annotation)) return value;
  return { ...value, annotations: [...value.annotations, annotation] };
}

/** The same value, of which others may take the place: tests put doubles there. */
export function toPartial(value: Value): Value {
  const isReplaceable = value.kind === 'instance' || value.kind === 'function' || value.kind === 'class';
  return isReplaceable ? { ...value, isPartial: true } : value;
}

function merge(a: Instance, b: Instance): Instance {
  return {
    kind: 'instance',
    constructs: [...new Set([...a.constructs, ...b.constructs])],
    annotations: [...new Set([...a.annotations, ...b.annotations])],
    isPartial: a.isPartial || b.isPartial,
    isMixed: a.isMixed === true || b.isMixed === true,
  };
}

/** Whether two values are one thing of the library, or of the executor's module. */
function isSame(a: Value, b: Value): boolean {
  const isOfLibrary = hasMembers(a) || a.kind === 'executor';
  if (!isOfLibrary || a.kind !== b.kind) return false;
  if (a.kind === 'module' && b.kind === 'module') return a.file === b.file;
  return !('name' in a) || ('name' in b && a.name === b.name);
}

/** The value of something that is one of several. */
export function union(values: readonly Value[]): Value {
  const others = values.filter(({ kind }) => kind !== 'nothing');
  // The declaration of a property, in JavaScript, is its first assignment.
  const present = others.filter((value, index) => !others.slice(0, index).some((one) => isSame(one, value)));
  const [first, ...rest] = present;
  if (!first) return values[0] ?? NOTHING;
  const instances = present.filter((value) => value.kind === 'instance');
  if (instances.length > 0) {
    const merged = instances.reduce(merge);
    return instances.length === present.length ? merged : { ...merged, isPartial: true, isMixed: true };
  }
  if (rest.length === 0) return first;
  if (present.every((value) => value.kind === 'part'))
    return { kind: 'part', constructs: present.flatMap(({ constructs }) => constructs) };
  const reason = 'it may be one of several things';
  if (present.some(({ kind }) => kind === 'library' || kind === 'export'))
    return { kind: 'unknown', reason, mayBeClass: true };
  return (
    present.find(({ kind }) => kind === 'unknown') ??
    (present.every(({ kind }) => kind === 'other') ? OTHER : unknown(reason))
  );
}
