import type { Dispatch } from './dispatch-watch.js';
import { activeSpanIn } from '../active-span.js';

/** The dispatch, where all are of one trace. */
function onlyOne(dispatches: readonly Dispatch[]): Dispatch | undefined {
  const traces = new Set(dispatches.map(({ context }) => activeSpanIn(context)?.traceId));
  return traces.size === 1 ? dispatches[0] : undefined;
}

/** The items that were pushed to a queue and that no worker has taken yet, each with its dispatch. */
export class WaitingItems {
  readonly #waiting: { readonly item: unknown; readonly dispatch: Dispatch }[] = [];

  push(item: unknown, dispatch: Dispatch): void {
    this.#waiting.push({ item, dispatch });
  }

  /**
   * The dispatch of an item, or of a batch of items, that is taken. None where that cannot be told: for what was never
   * pushed, for a batch that several requests have pushed, and for one of several items that are equal and were pushed
   * by different requests.
   */
  take(item: unknown): Dispatch | undefined {
    const own = this.#waiting.filter((one) => Object.is(one.item, item));
    if (own.length === 0 && Array.isArray(item)) return onlyOne(item.flatMap((one) => this.take(one) ?? []));
    const [first] = own;
    if (!first) return undefined;
    this.#waiting.splice(this.#waiting.indexOf(first), 1);
    return onlyOne(own.map(({ dispatch }) => dispatch));
  }
}
