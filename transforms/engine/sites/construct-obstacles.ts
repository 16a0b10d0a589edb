import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import { isOnlyClass, isParameterName } from '../edits/awaited-import.js';
import { CarriedContexts } from './carried-context.js';
import { isNameable, rootIdentifier } from './class-references.js';
import type { ClassReference } from './class-references.js';
import type { LibraryShape } from '../proof/library.js';
import type { PoolSearch } from './pool-search.js';
import type { Obstacle } from './obstacle.js';

/** What is known of a construction before anything is decided. */
export interface ConstructDetails {
  readonly isMocked: boolean;
  /** The members that a class and the executor both have. */
  readonly conflicts?: string;
  /** Why its workers cannot be followed. */
  readonly unknown?: string;
}

/** The exports that pools are built by, and what they are made of. */
function namedExports({ classExports, factoryExports = [], partExports = [] }: LibraryShape): string[] {
  return [...classExports, ...factoryExports, ...partExports];
}

/** Finds what stands in the way of constructions. */
export class ConstructObstacles {
  /** Where tasks carry a trace by hand, by the pools that they go to. */
  readonly #carried = new Map<ts.Node, string>();

  constructor(private readonly search: PoolSearch) {}

  /** Looks at what is dispatched, before a pool is decided on. */
  findCarried(): void {
    const contexts = new CarriedContexts();
    for (const { members } of this.search.syntax.values()) {
      for (const { parent, expression } of members) {
        const carrier = ts.isCallExpression(parent) ? contexts.find(parent) : undefined;
        if (!carrier) continue;
        const value = this.search.evaluator.evaluate(expression);
        const constructs = value.kind === 'instance' ? value.constructs : [];
        for (const construct of constructs) this.#carried.set(construct, this.search.list.placeOf(carrier));
      }
    }
  }

  /** What stands in the way of the executor's name in the place of the class's; `undefined` where nothing does. */
  find(construct: ts.Node, reference: ClassReference, details: ConstructDetails): Obstacle | undefined {
    const { isMocked, conflicts, unknown } = details;
    if (this.search.list.isDeclined(construct, 'construct')) return { code: 'declined', detail: '' };
    if (isMocked) return { code: 'mocked-module', detail: '' };
    if (conflicts !== undefined) return { code: 'name-conflict', detail: conflicts };
    if (unknown !== undefined) return { code: 'unproven-worker', detail: unknown };
    const carried = this.#carried.get(construct);
    if (carried !== undefined) return { code: 'carries-context', detail: carried };
    const unsupported = this.#findUnsupported(construct.getSourceFile().fileName);
    if (unsupported !== undefined) return { code: 'unsupported-version', detail: unsupported };
    if (!isNameable(reference))
      return { code: 'unproven-class', detail: 'its module comes out of a call, which may have effects' };
    if (this.#isReachable(reference)) return this.search.findObstacle?.(construct);
    return { code: 'unproven-class', detail: 'a callback gets it, with more of its module' };
  }

  #findUnsupported(path: string): string | undefined {
    const { project, definition } = this.search;
    for (const name of definition.packages) {
      const used = project.versions.unsupported(dirname(path), name, definition.supported);
      if (used !== undefined) return `${used}, and not ${definition.supported}`;
    }
    return undefined;
  }

  /** Whether the executor can be imported where the class is. */
  #isReachable(reference: ClassReference): boolean {
    const { project, definition } = this.search;
    const root = rootIdentifier(reference);
    const [declaration] = (root && project.checker.getSymbolAtLocation(root)?.declarations) ?? [];
    return (
      !declaration || !isParameterName(declaration) || isOnlyClass(declaration, namedExports(definition))
    );
  }
}
