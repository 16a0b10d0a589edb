import type { ts } from 'ts-morph';
import { AddedImports } from '../engine/edits/added-imports.js';
import { Evaluator } from '../engine/proof/evaluator.js';
import type { Project } from '../engine/project.js';
import type { SiteList } from '../engine/sites/site-list.js';
import type { BoundJobs } from './bound-jobs.js';
import type { QueueLibrary } from './queue-library.js';
import type { QueueSyntax } from './queue-syntax.js';
import { RUNTIME } from './runtime-names.js';

/** What one run over a project shares, whatever the library. */
export interface QueueProject {
  readonly project: Project;
  readonly list: SiteList;
  readonly syntax: ReadonlyMap<string, QueueSyntax>;
  readonly boundJobs: BoundJobs;
  /** By the file's path. */
  readonly imports: Map<string, AddedImports>;
  /** The files that use the runtime already; a run that was broken off may have left them without their dependency. */
  readonly dependents: Set<string>;
}

/** What the search for one library's queues shares. */
export interface QueueSearch extends QueueProject {
  readonly library: QueueLibrary;
  readonly evaluator: Evaluator;
}

export function createSearch(shared: QueueProject, library: QueueLibrary): QueueSearch {
  const executor = { module: RUNTIME.module, name: RUNTIME.bindQueue };
  const shape = { ...library, packages: [library.name], executor };
  return { ...shared, library, evaluator: new Evaluator(shared.project, shape) };
}

export function importsOf({ imports }: QueueProject, node: ts.Node): AddedImports {
  const file = node.getSourceFile();
  let found = imports.get(file.fileName);
  if (!found) {
    found = new AddedImports(file, RUNTIME.module);
    imports.set(file.fileName, found);
  }
  return found;
}
