import { join } from 'node:path';
import type { CollectedSpan } from 'traced-pool/testing';
import { readFiles } from './fixtures.js';
import { runProgram } from './run-program.js';
import type { ProgramRun } from './run-program.js';

/** A library and the kind of its workers, as in `engines/engines.cjs`. */
export type EngineName =
  `${'tinypool' | 'workerpool' | 'jest-worker' | 'poolifier'} ${'threads' | 'processes'}` | 'threads threads';

type Relayed = Readonly<Record<'handedOver' | 'dropped', number>>;
type Compared<Found> = Readonly<Record<'bare' | 'traced', Found>>;
export type DeathFacts = Compared<readonly unknown[]> & { readonly relayedSpans: Relayed };

/** What `engines/*.cjs` print, by the scenario. */
export interface EngineFacts {
  readonly dispatches: Compared<readonly unknown[]> & { readonly submitted: readonly unknown[] };
  readonly maps: Readonly<Record<string, unknown>>;
  readonly contexts: {
    readonly told: Readonly<Record<string, unknown>>;
    readonly burst: Relayed & { readonly result: number };
  };
  readonly wrongOptions: { readonly errors: readonly unknown[]; readonly madeCount: number };
  readonly serializations: Compared<Readonly<Record<string, readonly string[]>>>;
  readonly withoutSdk: Compared<readonly unknown[]> & { readonly relayedSpans: Relayed };
  readonly exit: DeathFacts;
  readonly kill: DeathFacts;
  readonly throw: DeathFacts;
  readonly churn: Readonly<Record<'counts' | 'listeners', readonly number[]>> & {
    readonly warnings: readonly string[];
  };
}

export interface EngineRun extends ProgramRun {
  readonly facts: EngineFacts;
}

/** What a path may have in it that a URL, a shell or a regular expression would read otherwise. */
const FOLDER = 'we ird #é%20(x)';

/** Tries scenarios with an engine, one after the other, in a process that is to end by itself. */
export async function tryEngine(
  engine: EngineName,
  scenarios: readonly (keyof EngineFacts)[],
): Promise<EngineRun> {
  const main = `void require('./${FOLDER}/run.cjs')(${JSON.stringify(engine)}, ${JSON.stringify(scenarios)});\n`;
  const programs = Object.entries(readFiles(join(__dirname, 'engines')));
  const files = Object.fromEntries(programs.map(([name, text]) => [`${FOLDER}/${name}`, text]));
  const run = await runProgram({ ...files, 'main.cjs': main });
  if (run.exitCode !== 0) throw new Error(`${engine}: ${run.stderr}`);
  return { ...run, facts: JSON.parse(run.stdout) as EngineFacts };
}

/** The spans below the one span of that name. */
export function childrenOf(name: string, spans: readonly CollectedSpan[]): readonly CollectedSpan[] {
  const [parent, ...others] = spans.filter((span) => span.name === name);
  if (!parent || others.length > 0) throw new Error(`there is not one span "${name}"`);
  return spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === parent.spanContext().spanId);
}

/** The names that so many spans of one task have, sorted. */
export function namesOfSlices(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `slice ${number}`).toSorted();
}
