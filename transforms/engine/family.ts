import type { Edit, ProofStep, Site } from './contracts.js';
import type { Project } from './project.js';

/** What a family found and wants to change in a project. */
export interface FamilyFindings {
  readonly sites: readonly Site[];
  /** By the file's absolute path. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** By the file's absolute path: the files, absolute, that must change with it. */
  readonly links: ReadonlyMap<string, ReadonlySet<string>>;
  /** How sites were proven, by their ids; empty unless the project is to be explained. */
  readonly proofs: ReadonlyMap<string, readonly ProofStep[]>;
  /** The absolute paths of files that need the family's runtime dependency after the edits. */
  readonly dependents: readonly string[];
}

/** What is to know of a library before any of its sites is found; describing one loads no parser. */
export interface FamilyDescription {
  /** The folder's name. */
  readonly name: string;
  /** For people: `Piscina`. */
  readonly title: string;
  /** The package names of the library; a file that has none of them, and imports none that has, is not looked at. */
  readonly packages: readonly string[];
  /** The methods that dispatch; they tell which importers of a pool need a look. */
  readonly verbs: readonly string[];
  /**
   * Declarations of the library's modules, as far as proofs need them: the packages themselves are not read, as they
   * may not be installed.
   */
  readonly ambientTypes: string;
  /** The versions of the library, as a range, that the rewritten code works with. */
  readonly supported: string;
  /** What the rewritten code depends on. */
  readonly dependency: { readonly name: string; readonly range: string };
}

/** All that the engine has to know of a library. A family is a folder; adding one touches nothing else. */
export interface Family extends FamilyDescription {
  find(project: Project): FamilyFindings;
}
