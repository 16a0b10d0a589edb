/** The instrumentation scope of what this package itself tells. */
export const SCOPE_NAME = 'traced-pool';
export const SCOPE_VERSION = '0.1.0';
