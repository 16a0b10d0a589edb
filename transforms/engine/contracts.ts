/** What kind of place in the code a site is; the words of the JSON report. */
export type SiteKind = 'construct' | 'dispatch' | 'worker' | 'type' | 'import' | 'mock';

/** How a dispatch is carried over: the executor's verb, or the manual variants. */
export type Variant = 'submit' | 'map' | 'manual' | 'bind';

export type Outcome = 'rewritten' | 'refused' | 'already-traced';

/** A place in the code that a family recognised, and what became of it. */
export interface Site {
  /** `path:line:column:kind`, stable as long as the code is. */
  readonly id: string;
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  readonly family: string;
  readonly kind: SiteKind;
  readonly variant: Variant | null;
  readonly outcome: Outcome;
  /** A stable code for a refusal; `null` otherwise. */
  readonly code: string | null;
  /** One sentence for people; `null` where the outcome says it all. */
  readonly reason: string | null;
}

/** One replacement in a file: `text` for the characters in `[start, end)` of `SourceText.text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The id of the site that this edit serves. */
  readonly site: string;
  readonly kind: SiteKind;
}

/** What the run would do, or did, to one file. */
export interface FileOutcome {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** The families with a site in the file, in order of first appearance. */
  readonly families: readonly string[];
  /** The file's text as read, byte order mark included. */
  readonly before: string;
  /** The text to write; the same string as `before` where nothing changes. */
  readonly after: string;
  /** Sorted by `start`, without overlaps; offsets count from after a byte order mark. */
  readonly edits: readonly Edit[];
  /** The paths of the files without whose edits these would be wrong, such as those that build the pools called here. */
  readonly linked: readonly string[];
}

/** A file that was left out, or that failed, and why. Never dropped in silence. */
export interface Skip {
  readonly path: string;
  readonly reason: string;
}

/** A step in the proof of what a site is. */
export interface ProofStep {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** What is there: `is imported here`. */
  readonly text: string;
  /** The line of the code. */
  readonly code: string;
  /** The path of the file that the pool's workers run, where it is what names that. */
  readonly worker?: string;
}

/** All that a run found out; what the review prints, reports and writes. */
export interface Analysis {
  /** Absolute. */
  readonly root: string;
  readonly filesScanned: number;
  /** The files with at least one site, sorted by path. */
  readonly files: readonly FileOutcome[];
  /** Sorted by path, then position. */
  readonly sites: readonly Site[];
  readonly skipped: readonly Skip[];
  /** By the sites' ids; only where asked for. */
  readonly proofs: ReadonlyMap<string, readonly ProofStep[]>;
  /** Sites, by their ids, of which none is right without the other: a pool, and what it is made of. */
  readonly ties: readonly Tie[];
  /** Files that could not be read or parsed, or whose result did not parse: left as they were. */
  readonly failed: readonly Skip[];
}

export type Tie = readonly [site: string, other: string];

export interface AnalysisOptions {
  /** Absolute paths of the files and folders to look at; all lie below `root`. */
  readonly targets: readonly string[];
  readonly root: string;
  /** Imports and constructors only: call sites keep their native verb. */
  readonly minimal?: boolean;
  /** Package names to be taken for a library: `{ '@acme/piscina': 'piscina' }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Globs in the syntax of `.gitignore`, relative to the root. */
  readonly ignore?: readonly string[];
  /** The same, relative to a folder of their own, which may lie above the root. */
  readonly ignoreBelow?: { readonly folder: string; readonly patterns: readonly string[] };
  /** The tsconfig for all files, absolute. @default the nearest one of each */
  readonly tsconfig?: string | undefined;
  /** Whether refused sites get a comment. @default false */
  readonly isMarked?: boolean;
  /** The ids of sites that are to stay as they are, and all that depends on them. @default none */
  readonly declined?: ReadonlySet<string>;
  /** Whether to tell how each site was proven. @default false */
  readonly isExplained?: boolean;
  /** Told, for people, what comes next: `looking for Piscina pools in 12 files`. */
  readonly onStep?: (step: string) => void;
  /** How many threads may be at work; the result is the same. @default 1 */
  readonly jobs?: number;
  /** Whether files that git ignores are left out. @default true */
  readonly gitignore?: boolean;
}
