import { ts } from 'ts-morph';
import type { PoolSearch } from './pool-search.js';
import type { ProofPlace } from '../proof/proof-trail.js';
import { WorkerFiles } from './worker-files.js';
import type { WorkerFile } from './worker-files.js';

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
    list.prove(site, [...evaluator.placesFrom(name), ...this.#workerPlaces(construct)]);
  }

  /** Where the file is named that the workers run; the last candidate where none can be followed. */
  #workerPlaces(construct: ts.Expression): ProofPlace[] {
    const { definition, evaluator } = this.search;
    const { worker, partArgument } = definition;
    // Then it is what the pool is made of that names the file.
    if (partArgument !== undefined && evaluator.evaluate(construct).kind !== 'part') return [];
    const given = ts.isCallOrNewExpression(construct) ? [...(construct.arguments ?? [])] : [];
    const candidates =
      'option' in worker ? given.slice(0, 1) : worker.arguments.flatMap((at) => given[at] ?? []);
    const places = candidates.flatMap((node) => {
      const file = 'option' in worker ? this.#workers.ofOption(node, worker.option) : this.#workers.of(node);
      return file ? [{ node, file }] : [];
    });
    const place = places.find(({ file }) => 'path' in file) ?? places.at(-1);
    if (!place) return [];
    const { node, file } = place;
    const known = 'path' in file ? { worker: this.search.list.labelOf(file.path) } : {};
    return [{ node, text: this.#describe(file), ...known }];
  }

  #describe(worker: WorkerFile): string {
    return 'path' in worker
      ? `runs ${this.search.list.labelOf(worker.path)}`
      : `runs a file that is not known (${worker.unknown})`;
  }
}
