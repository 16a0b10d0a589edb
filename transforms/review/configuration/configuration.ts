import type { FamilyDefinition } from '../../own-family.js';

/** What a project's `traced-pool.config.*`, or `traced-pool` in its package.json, may say; the command line wins. */
export interface Configuration {
  /** Globs in the syntax of `.gitignore`, as seen from the folder of the configuration. @default none */
  readonly ignore?: readonly string[];
  /** The built-in families that are looked for. @default all */
  readonly families?: readonly string[];
  /** Pool libraries of one's own: see `defineFamily`. @default none */
  readonly ownFamilies?: readonly FamilyDefinition[];
  /** Packages to be taken for a library: `{ '@acme/piscina': 'piscina' }`. @default none */
  readonly alias?: Readonly<Record<string, string>>;
  /** As `--minimal`. @default false */
  readonly minimal?: boolean;
  /** As `--mark`. @default false */
  readonly mark?: boolean;
  /** Whether files that git ignores are left out. @default true */
  readonly gitignore?: boolean;
  /** The tsconfig for all files, as seen from the folder of the configuration. @default the nearest one of each */
  readonly tsconfig?: string;
  /** How many threads may be at work, 1 to 64. @default 2, or 1 on a single core */
  readonly jobs?: number;
}

/** A configuration, and where it is from. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** Absolute. */
  readonly folder: string;
  /** The file, for people. */
  readonly label: string;
}

/** Gives an editor the types of a configuration, and the configuration back. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}
