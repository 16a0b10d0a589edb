import * as fc from 'fast-check';
import { bindQueue } from 'traced-pool/context';
import { activeRequest, inRequest, settle } from './requests.js';
import type { Request } from './requests.js';

type Done = (error?: unknown, result?: unknown) => void;
type Worker = (given: unknown, done: Done) => unknown;

/** How an item is pushed, so that a request may be told from it, or may not. */
interface Coding {
  encode(value: unknown, request: Request): unknown;
  decode(item: unknown): unknown;
  /** Called by a worker. */
  requestOf(item: unknown): Request;
}

/** One queue of one library under trial. */
interface Trial {
  readonly queue: unknown;
  /** What an operation does; it may throw. */
  run(operation: Operation, encode: (value: unknown) => unknown, done: Done): unknown;
  /** All that the queue shows of itself. */
  observe(): unknown;
  /** Lets all that waits begin. */
  release(): void;
}

export interface Library {
  readonly kinds: readonly string[];
  /** Whether a worker that throws does so into the caller's hands, not into an uncaught exception. */
  readonly hasThrowing?: boolean;
  build(parts: {
    readonly worker: Worker;
    readonly bound: <T>(value: T) => T;
    note(...entry: unknown[]): void;
    /** An item, or several, for a note. */
    show(item: unknown): unknown;
  }): Trial;
}

interface Operation {
  readonly kind: string;
  readonly request: Request;
  readonly values: readonly unknown[];
  readonly number: number;
}

const SHARED = { page: 7 };
const VALUES = [1, 'one', NaN, SHARED, null];
const WORKER_KINDS = ['finish', 'finish', 'fail', 'settle'];

const operationsOf = ({ kinds }: Library): fc.Arbitrary<Operation[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds, ...WORKER_KINDS),
      request: fc.constantFrom('anna', 'berta', 'carla', undefined),
      values: fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }),
      number: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 40 },
  );

/** Tells the request from the item itself: the truth. */
const TOLD: Coding = {
  encode: (value, request) => ({ value, request }),
  decode: (item) => (item as { value: unknown }).value,
  requestOf: (item) => (item as { request: Request }).request,
};

/** Pushes values as they are and has nothing but the context to tell the request. */
const BARE: Coding = { encode: (value) => value, decode: (item) => item, requestOf: activeRequest };

function describe(value: unknown): unknown {
  const index = VALUES.findIndex((known) => Object.is(known, value));
  return index < 0 ? ['unknown', value] : index;
}

/** Runs operations; gives what could be seen of them, and the request of each call of the worker. */
async function runTrial(
  library: Library,
  operations: readonly Operation[],
  coding: Coding,
  isBound: boolean,
) {
  const seen: unknown[] = [];
  const requests: unknown[] = [];
  const running: Done[] = [];
  let startedCount = 0;
  const note = (...entry: unknown[]): void => void seen.push(entry);
  const show = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(show) : describe(coding.decode(item));
  const doneOf =
    (id: number): Done =>
    (error, result) =>
      note('done', id, error ? String(error) : error, result);
  let trial: Trial | undefined;
  const worker = (given: unknown, done: Done): void => {
    const count = startedCount++;
    note('start', count, show(given));
    const items = Array.isArray(given) ? (given as unknown[]) : [given];
    const own = [...new Set(items.map((item) => coding.requestOf(item)))];
    const request = own.length === 1 ? own[0] : undefined;
    requests.push(request);
    if (count % 4 === 1 && count < 30) {
      const nested = { kind: 'push', request, values: [1], number: 0 };
      // The worker's own context is that of the pusher.
      trial?.run(nested, (value) => coding.encode(value, request), doneOf(1000 + count));
    }
    if (library.hasThrowing && count % 7 === 3) throw new Error(`thrown by ${count}`);
    if (count % 5 === 2) done(null, count);
    else running.push(done);
  };
  const build = (bound: <T>(value: T) => T): unknown =>
    (trial = library.build({ worker, bound, note, show })).queue;
  if (isBound) bindQueue(build);
  else build((value) => value);
  const perform = (operation: Operation, id: number): unknown => {
    if (operation.kind === 'finish')
      return running.splice(operation.number % (running.length || 1), 1)[0]?.(null, id);
    if (operation.kind === 'fail') return running.splice(0, 1)[0]?.(new Error(`failed ${id}`));
    return trial?.run(operation, (value) => coding.encode(value, operation.request), doneOf(id));
  };
  const attempt = (operation: Operation, id: number): void => {
    try {
      const result = inRequest(operation.request, () => perform(operation, id));
      const results = Array.isArray(result) ? (result as unknown[]) : [result];
      for (const one of results) {
        note('returned', id, one instanceof Promise, Array.isArray(result));
        Promise.resolve(one).then(
          (value) => note('kept', id, typeof value),
          (error) => note('broken', id, String(error)),
        );
      }
    } catch (error) {
      note('threw', id, String(error));
    }
  };
  for (const [id, operation] of operations.entries()) {
    if (operation.kind === 'settle') await settle();
    else attempt(operation, id);
    note(operation.kind, trial?.observe());
  }
  for (let round = 0; round < 60 && (round < 3 || running.length > 0); round++) {
    inRequest(`end ${round}`, () => {
      try {
        trial?.release();
        running.shift()?.(null, 'end');
      } catch (error) {
        note('threw', String(error));
      }
    });
    await settle();
    note('end', trial?.observe());
  }
  return { seen, requests };
}

/** Holds a bound queue against the bare one, whatever is done to both. */
export async function compareBound(library: Library): Promise<void> {
  await fc.assert(
    fc.asyncProperty(operationsOf(library), async (operations) => {
      const bare = await runTrial(library, operations, BARE, false);
      const told = await runTrial(library, operations, TOLD, false);
      const bound = await runTrial(library, operations, BARE, true);
      expect(bound.seen).toEqual(bare.seen);
      expect(told.seen).toEqual(bare.seen);
      expect(bound.requests).toEqual(told.requests);
    }),
    { numRuns: 200 },
  );
}
