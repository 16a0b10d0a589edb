import { join } from 'node:path';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { inSpan } from './spans.js';

export type PoolClass = typeof Piscina;
export type PoolOptions = NonNullable<ConstructorParameters<PoolClass>[0]>;

/** Handlers that show what a pool does to a task. */
export const filename = join(__dirname, '..', 'runtime', 'workers', 'drop-in-handlers.cjs');

/** Does the same with a Piscina and with an executor, each in a span of its own, and expects the same. */
export async function expectSame(observe: (PoolType: PoolClass) => Promise<unknown>): Promise<void> {
  const plain = await inSpan('plain', () => observe(Piscina));
  const traced = await inSpan('traced', () => observe(TracedThreadPoolExecutor));
  expect(plain.result).toBeDefined();
  expect(traced.result).toEqual(plain.result);
}

/** {@link expectSame} with a pool of one worker that is destroyed afterwards. */
export function expectSamePool(
  options: () => PoolOptions,
  observe: (pool: Piscina) => Promise<unknown>,
): Promise<void> {
  return expectSame(async (PoolType) => {
    const pool = new PoolType({ filename, name: 'echo', minThreads: 1, maxThreads: 1, ...options() });
    return observe(pool).finally(() => pool.destroy());
  });
}

/** What keeps the handler `hold` from its result, until it is opened. */
export const createGate = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

export function open(gate: Int32Array): void {
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
}

/** All that a caller can see of an error, with the handler's line that threw it. */
export function toPlainError(error: unknown): unknown {
  if (!(error instanceof Object) || !('message' in error)) return { value: error };
  const { name, message, code, cause, stack } = error as Error & { code?: unknown };
  const thrownAt = String(stack)
    .split('\n')
    .find((line) => line.includes('drop-in-handlers'));
  return { type: error.constructor.name, name, message, code, cause, thrownAt, keys: Object.keys(error) };
}

export const outcomeOf = (task: Promise<unknown>): Promise<unknown> => task.catch(toPlainError);
