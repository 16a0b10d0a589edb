import { ts } from 'ts-morph';
import type { PoolSearch } from './pool-search.js';
import { WorkerFiles } from './worker-files.js';

/** Tells how constructions were proven, and which files their workers run. */
export class ConstructProofs {
  readonly #workers: WorkerFiles;

  constructor(private readonly search: PoolSearch) {
    this.#workers = new WorkerFiles(search.project);
  }

  /** @param name what the construction names the class by */
  add(construct: ts.Expression, name: ts.Expression): void {
    const { list, evaluator, project } = this.search;
    const site = list.idOf(construct, 'construct');
    if (!project.isExplained || !list.sites.has(site)) return;
    const [options] = ts.isNewExpression(construct) ? (construct.arguments ?? []) : [];
    const worker = options && this.#describeWorker(options);
    const place = worker !== undefined && options ? [{ node: options, text: worker }] : [];
    list.prove(site, [...evaluator.placesFrom(name), ...place]);
  }

  #describeWorker(options: ts.Expression): string | undefined {
    const { list, definition } = this.search;
    const worker = this.#workers.ofOption(options, definition.workerOption);
    if (!worker) return undefined;
    return 'path' in worker
      ? `runs ${list.labelOf(worker.path)}`
      : `runs a file that is not known (${worker.unknown})`;
  }
}
