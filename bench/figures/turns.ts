import { summarize } from '../statistics.js';
import type { Summary } from '../statistics.js';
import type { Budget } from './row.js';

/** What takes part in a comparison: one call is one round. */
export type Contestants = Readonly<Record<string, () => Promise<unknown>>>;

const WARM_UP_ROUNDS = 3;
const MIN_ROUNDS = 7;

/** The times of contestants that took turns. */
export class Turns {
  constructor(private readonly millis: ReadonlyMap<string, readonly number[]>) {}

  get roundCount(): number {
    return Math.min(...[...this.millis.values()].map(({ length }) => length));
  }

  /** Milliseconds a round. */
  of(name: string): Summary {
    return summarize(this.#times(name));
  }

  /** How often the time of one is in that of another, taken round by round: what slows one round slows both. */
  ratio(name: string, base: string): Summary {
    const bases = this.#times(base);
    return summarize(this.#times(name).map((time, round) => time / (bases[round] as number)));
  }

  #times(name: string): readonly number[] {
    const times = this.millis.get(name);
    if (!times) throw new RangeError(`no contestant is called ${name}`);
    return times;
  }
}

/**
 * Lets contestants take turns, each round in another order, until the time is used; at least seven rounds, one where it
 * is only to be seen that they run. Before that each has three rounds that do not count.
 */
export async function takeTurns(contestants: Contestants, { seconds, isShort }: Budget): Promise<Turns> {
  const { Bench } = await import('tinybench');
  const bench = new Bench({ iterations: 1, time: 0, warmup: false, throws: true });
  for (const [name, run] of Object.entries(contestants)) bench.add(name, run, { async: true });
  const millis = new Map<string, number[]>(bench.tasks.map(({ name }) => [name, []]));
  const warmUpRounds = isShort ? 0 : WARM_UP_ROUNDS;
  const minRounds = isShort ? 1 : MIN_ROUNDS;
  const end = performance.now() + (isShort ? 0 : seconds * 1000);
  for (let round = -warmUpRounds; round < minRounds || performance.now() < end; round += 1) {
    const first = Math.max(round, 0) % bench.tasks.length;
    for (const task of [...bench.tasks.slice(first), ...bench.tasks.slice(0, first)]) {
      task.reset();
      const { result } = await task.run();
      if (result.state !== 'completed') throw new Error(`${task.name} is ${result.state}`);
      if (round >= 0) millis.get(task.name)?.push(result.latency.mean);
    }
  }
  return new Turns(millis);
}

/** Writes how far rounds are apart. */
export const spread = ({ lower, upper }: Summary, rounds: number): string =>
  `${lower.toFixed(2)} to ${upper.toFixed(2)}, ${rounds} rounds`;
