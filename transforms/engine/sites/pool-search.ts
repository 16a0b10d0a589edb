import type { Evaluator } from '../proof/evaluator.js';
import type { Family } from '../family.js';
import type { LibraryShape } from '../proof/library.js';
import type { Project } from '../project.js';
import type { SiteList } from './site-list.js';
import type { SyntaxSites } from './syntax-sites.js';

/** All that is to know of a library whose pool is a class that our executor extends. */
export interface PoolFamilyDefinition
  extends LibraryShape, Pick<Family, 'name' | 'title' | 'effect' | 'dependency'> {
  /** The versions of the library, as a range, that the executor works with. */
  readonly supported: string;
  /** The members that the executor has beyond its parent; a subclass may not have them. */
  readonly executorMembers: readonly string[];
  /** The option of the class that names the file which its workers run. */
  readonly workerOption: string;
  /** The native verb, and the executor's; both take the same arguments. */
  readonly dispatch: { readonly from: string; readonly to: string };
  /** The executor's verb for `Promise.all(items.map((item) => pool.run(item)))`. */
  readonly map: string;
}

/** What one run over a project shares. */
export interface PoolSearch {
  readonly definition: PoolFamilyDefinition;
  readonly project: Project;
  readonly evaluator: Evaluator;
  readonly list: SiteList;
  readonly syntax: ReadonlyMap<string, SyntaxSites>;
}
