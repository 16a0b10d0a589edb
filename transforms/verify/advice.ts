import { relative, resolve, sep } from 'node:path';
import type { Analysis, Site } from '../engine/contracts.js';
import type { Fault } from './contracts.js';

const COMMAND = 'npx traced-pool-codemod . --write';
const MOST = 3;
const IN_WORKERS: ReadonlySet<string> = new Set([
  'unrecorded',
  'parentless',
  'never-exported',
  'never-ended',
]);

/** A place in the code: `path:line:column`. */
interface Place {
  readonly path: string;
  readonly line: number;
}

export function parsePlace(place: string): Place | undefined {
  const [, path = '', line = ''] = /^(.+):(\d+):\d+$/.exec(place) ?? [];
  return path === '' ? undefined : { path, line: Number(line) };
}

function describe({ path, line, outcome, code }: Site, what: string): string {
  const place = `${path}:${line}`;
  if (outcome === 'rewritten') return `${place} ${what}; ${COMMAND} mends it`;
  return `${place} ${what}, which the codemod refuses (${code ?? 'unknown'}: docs/reasons.md#${code ?? ''})`;
}

/** What the codemod has to say of faults, by what it finds in the application's code. */
export class Advisor {
  constructor(private readonly analysis: Analysis) {}

  /** Sentences without their ends, the most fitting first; none where it has nothing to say. */
  adviseOn({ code, span, dispatch }: Fault): readonly string[] {
    if (code === 'wrong-request') return this.#onDispatch(dispatch?.place);
    const isInWorker = span.threadId > 0 || code === 'unrecorded' || code === 'parentless';
    if (!isInWorker || !IN_WORKERS.has(code)) return [];
    return this.#onWorker(span.place);
  }

  #onDispatch(text: string | undefined): readonly string[] {
    const place = text === undefined ? undefined : parsePlace(text);
    if (!place) return [];
    const path = this.#toLabel(place.path);
    const site = this.analysis.sites.find(
      (one) => one.path === path && one.line === place.line && one.outcome !== 'already-traced',
    );
    return site ? [describe(site, 'dispatches the job bare')] : [];
  }

  /** The pools whose workers run the file that a span was made in; those whose file is unknown where there is none. */
  #onWorker(text: string | undefined): readonly string[] {
    const place = text === undefined ? undefined : parsePlace(text);
    const path = place && this.#toLabel(place.path);
    const bare = this.analysis.sites.filter(
      ({ kind, outcome }) => kind === 'construct' && outcome !== 'already-traced',
    );
    const own = bare.filter((site) => this.#workersOf(site).some((worker) => worker === path));
    const unknown = bare.filter((site) => path === undefined || this.#workersOf(site).length === 0);
    return (own.length > 0 ? own : unknown)
      .slice(0, MOST)
      .map((site) => describe(site, 'starts bare workers'));
  }

  #workersOf({ id }: Site): readonly string[] {
    return (this.analysis.proofs.get(id) ?? []).flatMap(({ worker }) => worker ?? []);
  }

  #toLabel(path: string): string {
    return relative(this.analysis.root, resolve(path)).split(sep).join('/');
  }
}
