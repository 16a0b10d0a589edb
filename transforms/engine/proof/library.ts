/** What the rewritten code names instead of the library's class. */
export interface ExecutorImport {
  readonly module: string;
  readonly name: string;
}

/** How the pool class of a library is reached, and the class that takes its place. */
export interface LibraryShape {
  readonly packages: readonly string[];
  /** The exports that are the class. */
  readonly classExports: readonly string[];
  /** Whether `require()` itself gives the class, which then carries the exports as statics. */
  readonly isModuleTheClass: boolean;
  readonly executor: ExecutorImport;
}

/** Whether a value is the library's class, or the executor's, which extends it. */
export function isLibraryClass(shape: LibraryShape, value: { kind: string; name?: string }): boolean {
  if (value.kind === 'executor') return true;
  if (value.kind === 'library') return shape.isModuleTheClass;
  return value.kind === 'export' && shape.classExports.includes(value.name ?? '');
}
