import type { ts } from 'ts-morph';
import type { ClassReference } from './class-references.js';
import type { Obstacle } from './obstacle.js';
import type { SiteList } from './site-list.js';

/** A construction that is to be rewritten unless something stands in the way. */
export interface ConstructPlan {
  readonly construct: ts.Node;
  /** The name to be replaced; it has no site yet. */
  readonly reference: ClassReference;
  /** What the pool is made of, and so changes with it. */
  readonly parts: readonly ts.Node[];
  /** Whether this is itself what pools are made of. */
  readonly isPart: boolean;
  readonly obstacle: Obstacle | undefined;
}

/** Constructions that change together with their parts, or not at all. */
export class ConstructPlans {
  readonly #plans = new Map<ts.Node, ConstructPlan>();

  constructor(private readonly list: SiteList) {}

  add(plan: ConstructPlan): void {
    this.#plans.set(plan.construct, plan);
  }

  /** All plans, each with what stands in its way by now. */
  settle(): readonly ConstructPlan[] {
    while (this.#spread());
    return [...this.#plans.values()];
  }

  /** Takes the obstacles of pools over to their parts, and the other way round; tells whether there was any to take. */
  #spread(): boolean {
    let isSpread = false;
    const refuse = (plan: ConstructPlan, detail: string): void => {
      this.add({ ...plan, obstacle: { code: 'unproven-worker', detail } });
      isSpread = true;
    };
    for (const plan of this.#plans.values()) {
      const parts = plan.parts.flatMap((part) => this.#plans.get(part) ?? []);
      const refused = parts.find(({ obstacle }) => obstacle);
      if (!plan.obstacle && refused) refuse(plan, `see ${this.list.placeOf(refused.construct)}`);
      const open = parts.filter(({ obstacle }) => !obstacle);
      if (plan.obstacle) for (const part of open) refuse(part, `see ${this.list.placeOf(plan.construct)}`);
    }
    return isSpread;
  }
}
