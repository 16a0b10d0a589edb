import type { ts } from 'ts-morph';

/** Where an export of a module comes from. */
export type ExportSource =
  | { readonly kind: 'expression'; readonly node: ts.Expression }
  | { readonly kind: 'declaration'; readonly node: ts.Declaration }
  /** `export { name } from 'specifier'`; `*` for the namespace. */
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string };
