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
  /** Whether `require()` itself gives what `default` is, which then carries the exports as statics. */
  readonly isModuleTheDefault: boolean;
  /** The types of a pool in the ambient types. @default all classes and interfaces there */
  readonly instanceTypes?: readonly string[];
  readonly executor: ExecutorImport;
}

type Exported = { readonly kind: string; readonly name?: string };

function isOneOf(shape: LibraryShape, names: readonly string[], { kind, name = '' }: Exported): boolean {
  if (kind === 'library') return shape.isModuleTheDefault && names.includes('default');
  return kind === 'export' && names.includes(name);
}

/** Whether a value is the library's class, or the executor's, which extends it. */
export function isLibraryClass(shape: LibraryShape, value: Exported): boolean {
  return value.kind === 'executor' || isOneOf(shape, shape.classExports, value);
}

/** Whether a value builds a pool when it is called. */
export function isLibraryFactory(shape: LibraryShape, value: Exported): boolean {
  return isOneOf(shape, shape.factoryExports ?? [], value);
}
