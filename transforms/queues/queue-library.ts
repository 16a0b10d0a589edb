import type { LibraryShape } from '../engine/proof/library.js';

/**
 * Which arguments of a call are jobs: the one at an index, all from an index on, those in an array, or the first one
 * after options, which may be left out.
 */
export type JobPosition = { readonly at: number } | { readonly from: number } | 'in-array' | 'after-options';

/** What is to know of a library whose queues run jobs in this thread. */
export interface QueueLibrary extends Omit<LibraryShape, 'executor' | 'packages'> {
  /** The package's name. */
  readonly name: string;
  /** The versions, as a range, that run a job in the context of whoever drained the queue: measured, see the README. */
  readonly loses: string;
  /** The methods that take jobs. */
  readonly jobs: Readonly<Record<string, JobPosition>>;
  /** The same for a queue that is called itself: `limit(job)`. */
  readonly called?: JobPosition;
  /** The methods that take data for a worker which the queue was built with. */
  readonly pushes?: readonly string[];
  /** Where that worker, or the options that have it, is among the arguments that build the queue. */
  readonly worker?: 'first' | 'after-context';
  /** The methods that give a function which queues its calls. */
  readonly wraps?: readonly string[];
  /** Whether building one with a function gives such a function as well: `throat(2, job)`. */
  readonly buildsWrapped?: boolean;
  /** Whether its types have several signatures, from which a function's parameters get their types. @default false */
  readonly isOverloaded?: boolean;
  /** The body of the module's declaration, as far as proofs need it; the instance types are listed in `instanceTypes`. */
  readonly types: string;
  readonly instanceTypes: readonly string[];
}
