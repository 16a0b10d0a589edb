import type { ModuleResolution } from './resolution/resolution.js';
import { SourceText } from './source-text.js';

/** A file that may have sites. */
export interface ProjectFile {
  /** Absolute. */
  readonly path: string;
  /** As in reports: relative to the root, with forward slashes. */
  readonly label: string;
  readonly source: SourceText;
}

export function createProjectFile(path: string, label: string, raw: string): ProjectFile {
  return { path, label, source: new SourceText(raw) };
}

/** What a project is made of. */
export interface ProjectOptions {
  readonly root: string;
  readonly files: readonly ProjectFile[];
  /** Further package names by which a library goes; the key is the other name. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly minimal?: boolean;
  /** Whether refused sites get a comment. @default false */
  readonly isMarked?: boolean;
  /** The ids of sites that are to stay as they are. @default none */
  readonly declined?: ReadonlySet<string>;
  /** Whether it is told how each site was proven. @default false */
  readonly isExplained?: boolean;
  /** Whether no file that may build pools was left out. @default true */
  readonly isComplete?: boolean;
  /** Declarations of modules that are not read; see `Family.ambientTypes`. */
  readonly ambientTypes?: readonly string[];
  /** What has been resolved before is known. @default one of its own */
  readonly resolution?: ModuleResolution;
}
