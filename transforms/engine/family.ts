import type { Edit, ProofStep, Site, Tie } from './contracts.js';
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
  /** Sites, by their ids, of which none is right without the other. */
  readonly ties: readonly Tie[];
  /** The absolute paths of files that need the family's runtime dependency after the edits. */
  readonly dependents: readonly string[];
}

/** What is to know of a library before any of its sites is found; describing one loads no parser. */
export interface FamilyDescription {
  /** The folder's name. */
  readonly name: string;
  /** For people, what it looks for: `Piscina pool`. */
  readonly title: string;
  /** For people, what it does, without an end: `pools of piscina become those of traced-pool`. */
  readonly effect: string;
  /** The package names of the library; a file that has none of them, and imports none that has, is not looked at. */
  readonly packages: readonly string[];
  /** Further texts that make a file worth a look. */
  readonly words?: readonly string[];
  /** Whether a file also matters that is only named, as the script of a worker. @default false */
  readonly areScriptsNamed?: boolean;
  /** The modules that the rewritten code imports. */
  readonly runtimeModules: readonly string[];
  /** Whether the names are everyday words, which only count where a module is named: `from 'async'`. */
  readonly areNamesWords: boolean;
  /** The methods that dispatch; they tell which importers of a pool need a look. */
  readonly verbs: readonly string[];
  /** Whether calls lose what they should carry unless each is edited, so that files are looked at which are only handed one. */
  readonly areCallsEdited: boolean;
  /**
   * Whether all callers of its functions matter, so that files are looked at which have none of its verbs.
   *
   * @default false
   */
  readonly areCallersNeeded?: boolean;
  /**
   * Declarations of the library's modules, as far as proofs need them: the packages themselves are not read, as they
   * may not be installed.
   */
  readonly ambientTypes: string;
  /**
   * What the rewritten code depends on, and whether that extends the library, which it then finds by its own name.
   *
   * @default nothing that package.json would have to name
   */
  readonly dependency?: { readonly name: string; readonly range: string; readonly extendsLibrary: boolean };
}

/** All that the engine has to know of a library. A family is a folder; adding one touches nothing else. */
export interface Family extends FamilyDescription {
  find(project: Project): FamilyFindings;
}
