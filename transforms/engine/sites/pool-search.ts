import type { ts } from 'ts-morph';
import type { Evaluator } from '../proof/evaluator.js';
import type { Family } from '../family.js';
import type { LibraryShape } from '../proof/library.js';
import type { Project } from '../project.js';
import type { PoolDispatch } from './pool-dispatch.js';
import type { Obstacle } from './obstacle.js';
import type { SiteList } from './site-list.js';
import type { SyntaxSites } from './syntax-sites.js';

/** What names the file that a pool's workers run: an option of the class, or one of these arguments. */
export type WorkerReference = { readonly option: string } | { readonly arguments: readonly number[] };

/** All that is to know of a library whose pool is a class that our executor extends. */
export interface PoolFamilyDefinition
  extends LibraryShape, Pick<Family, 'name' | 'title' | 'effect' | 'dependency'> {
  /** The versions of the library, as a range, that the executor works with. */
  readonly supported: string;
  /** The members that the executor has beyond its parent; a subclass may not have them. */
  readonly executorMembers: readonly string[];
  /** For people, how it comes that the workers take part. */
  readonly workerSide: string;
  readonly worker: WorkerReference;
  readonly dispatch: PoolDispatch;
  /** The executor's verb for `Promise.all(items.map((item) => pool.run(item)))`, where it takes what the native one does. */
  readonly map?: string;
  /** Which argument gives a pool what it is made of, for a library that has `partExports`. */
  readonly partArgument?: number;
  /** The body of the library's declaration, as far as proofs need it. @default the pool classes, with their verbs */
  readonly types?: string;
  /** Whether much else has classes of these names, so that a name is not worth a word. @default false */
  readonly areClassesWords?: boolean;
  /** See `FamilyDescription`. @default false */
  readonly areNamesWords?: boolean;
}

/** What one run over a project shares. */
export interface PoolSearch {
  readonly definition: PoolFamilyDefinition;
  readonly project: Project;
  readonly evaluator: Evaluator;
  readonly list: SiteList;
  readonly syntax: ReadonlyMap<string, SyntaxSites>;
  /** What else may stand in the way of a construction, where the library has more to ask for. */
  findObstacle?(construct: ts.Node): Obstacle | undefined;
}
