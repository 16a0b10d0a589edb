import type { Context } from '@opentelemetry/api';

/** What a queue hands to its worker, opened. */
export interface Delivery {
  /** The worker's first argument, as the user pushed it; an array of items where the worker takes several. */
  readonly item: unknown;
  /** The submitter's; the root context where there is none, or more than one. */
  readonly context: Context;
}

/** Opens the first argument of a worker: called once a call of the worker, before it. */
export type Receive = (given: unknown) => Delivery;

/** A queue of any library, whose methods are looked for one by one. */
export type AnyQueue = Readonly<Record<PropertyKey, unknown>>;
