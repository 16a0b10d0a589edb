/** What the package exports without a declaration: read in 3.6. */
declare module 'import-in-the-middle/create-hook.mjs' {
  export interface LoaderOptions {
    /** The modules that are intercepted, by their specifiers. */
    readonly include: readonly string[];
  }

  export function createHook(meta: { readonly url: string }): {
    readonly load: unknown;
    readonly resolve: unknown;
    readonly loadSync: unknown;
    readonly resolveSync: unknown;
    applyOptions(options: LoaderOptions): void;
  };
}
