/** What the review page is made from, as the file carries it. */
export interface PageData {
  /** Absolute. */
  readonly root: string;
  /** What browsers keep ticks under: the same for roots of the same name. */
  readonly key: string;
  readonly isDryRun: boolean;
  readonly filesScanned: number;
  /** What goes before the patches of files. */
  readonly note: string;
  readonly files: readonly PageFile[];
  readonly skipped: readonly PageSkip[];
  readonly failed: readonly PageSkip[];
}

export interface PageSkip {
  readonly path: string;
  readonly reason: string;
}

export interface PageFile {
  readonly path: string;
  readonly families: readonly string[];
  /** The first lines of its patch; empty where nothing changes. */
  readonly header: string;
  /** The indexes of the changed files without which its changes are wrong. */
  readonly linked: readonly number[];
  readonly blocks: readonly PageBlock[];
}

/** Some lines in a row: a hunk of the patch, or the surroundings of sites that change nothing. */
export interface PageBlock {
  /** The same as long as the path, the lines and what was found in them are. */
  readonly id: string;
  /** The hunk's first line; empty where nothing changes. */
  readonly header: string;
  /** 1-based. */
  readonly oldStart: number;
  /** 1-based. */
  readonly newStart: number;
  /** As in a patch: the first character says whether a line goes, comes or stays. */
  readonly lines: readonly string[];
  /** For each line its syntax: `K6_1V7` is a keyword of six characters, one of nothing, a name of seven (in base 36). */
  readonly syntax: readonly string[];
  /** For each line where it differs: start and end of each span, counted from after the first character. */
  readonly marks: readonly (readonly number[])[];
  readonly sites: readonly PageSite[];
}

export interface PageSite {
  readonly line: number;
  readonly column: number;
  readonly family: string;
  readonly kind: string;
  readonly variant: string | null;
  readonly outcome: 'rewritten' | 'refused' | 'already-traced';
  readonly code: string | null;
  readonly reason: string | null;
  readonly proof: readonly PageProofStep[];
}

export interface PageProofStep {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly code: string;
}
