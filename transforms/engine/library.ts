/** How the pool class of a library is reached. */
export interface LibraryShape {
  readonly packages: readonly string[];
  /** The exports that are the class. */
  readonly classExports: readonly string[];
  /** Whether `require()` itself gives the class, which then carries the exports as statics. */
  readonly isModuleTheClass: boolean;
}

export function isLibraryClass(shape: LibraryShape, value: { kind: string; name?: string }): boolean {
  if (value.kind === 'library') return shape.isModuleTheClass;
  return value.kind === 'export' && shape.classExports.includes(value.name ?? '');
}
