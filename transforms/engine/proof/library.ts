/** What the rewritten code names instead of the library's class. */
export interface ExecutorImport {
  readonly module: string;
  readonly name: string;
}

/** How what builds a library's pools is reached, and what takes its place or is put around it. */
export interface LibraryShape {
  readonly packages: readonly string[];
  /** Modules of the packages that are one of the exports: `async/queue` is `queue`. */
  readonly submodules?: Readonly<Record<string, string>>;
  /** The exports that are the class. */
  readonly classExports: readonly string[];
  /** The exports that build a pool when they are called. */
  readonly factoryExports?: readonly string[];
  /** The exports that are classes too, but of what pools are made of, and that are replaced along with them. */
  readonly partExports?: readonly string[];
  /** The exports that, called with such a part, make it ready for a pool. */
  readonly partCalls?: readonly string[];
  /** The exports that mean a pool as types alone. */
  readonly typeExports?: readonly string[];
  /** The exports that mean, as types alone, a pool with more members than the library's: those of the user's workers. */
  readonly extendedTypeExports?: readonly string[];
  /** Whether `require()` itself gives what `default` is, which then carries the exports as statics. */
  readonly isModuleTheDefault: boolean;
  /** The types of a pool in the ambient types. @default all classes and interfaces there */
  readonly instanceTypes?: readonly string[];
  readonly executor: ExecutorImport;
  /** Whether the executor is a function as well, which is called as the library's is. @default false */
  readonly isExecutorCalled?: boolean;
  /** What takes the place of some exports, by their names. @default the executor */
  readonly executorNames?: Readonly<Record<string, string>>;
}

type Exported = { readonly kind: string; readonly name?: string };

function isOneOf(shape: LibraryShape, names: readonly string[], { kind, name = '' }: Exported): boolean {
  if (kind === 'library') return shape.isModuleTheDefault && names.includes('default');
  return kind === 'export' && names.includes(name);
}

/** What takes the place of an export, or of the module itself. */
export function executorNameFor(shape: LibraryShape, exported: string): string {
  return shape.executorNames?.[exported] ?? shape.executor.name;
}

/** All that the rewritten code may name of the executor's module. */
export function executorNames({ executor, executorNames: others = {} }: LibraryShape): readonly string[] {
  return [...new Set([executor.name, ...Object.values(others)])];
}

/** Whether a value is the library's class, or the executor's, which extends it. */
export function isLibraryClass(shape: LibraryShape, value: Exported): boolean {
  if (value.kind === 'executor') return !isLibraryPart(shape, value);
  return isOneOf(shape, shape.classExports, value);
}

/** Whether a value builds a pool when it is called. */
export function isLibraryFactory(shape: LibraryShape, value: Exported): boolean {
  if (value.kind === 'executor') return shape.isExecutorCalled === true;
  return isOneOf(shape, shape.factoryExports ?? [], value);
}

/** Whether a value is a class of what pools are made of, before or after the edits. */
export function isLibraryPart(shape: LibraryShape, value: Exported): boolean {
  const { partExports: parts = [] } = shape;
  return value.kind === 'executor'
    ? parts.some((exported) => executorNameFor(shape, exported) === value.name)
    : isOneOf(shape, parts, value);
}

/** Whether a value, when it is called with a part, gives one that is ready. */
export function isLibraryPartCall(shape: LibraryShape, value: Exported): boolean {
  return isOneOf(shape, shape.partCalls ?? [], value);
}

/** Whether a value, as a type, is that of a pool. */
export function isLibraryType(shape: LibraryShape, value: Exported): boolean {
  const { typeExports = [], extendedTypeExports = [] } = shape;
  return isLibraryClass(shape, value) || isOneOf(shape, [...typeExports, ...extendedTypeExports], value);
}

/** Whether a value, as a type, is that of a pool with members of the user's, whose name the executor's cannot replace. */
export function isExtendedType(
  { extendedTypeExports = [], ...shape }: LibraryShape,
  value: Exported,
): boolean {
  return isOneOf(shape, extendedTypeExports, value);
}
