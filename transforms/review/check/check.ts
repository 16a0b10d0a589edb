import type { Analysis, Site } from '../../engine/contracts.js';
import { formatBaseline, readBaseline, withoutKnown } from './baseline.js';
import { describeOpen, formatAnnotations } from './annotations.js';
import { findNewLines } from './changed-lines.js';
import type { Scope } from './changed-lines.js';

export interface CheckOptions {
  /** A file with the places that are known. */
  readonly baseline?: string;
  /** Only what is new counts. @default everything does */
  readonly scope?: Scope;
}

/** What a check came to. */
export interface CheckResult {
  readonly open: readonly Site[];
  /** How many more there are that the baseline has, or that are not new. */
  readonly passedOver: number;
}

const PLACES_SHOWN = 20;

/** The places that are bare after a run: those that it would rewrite, and those that it refused. */
export function findOpen({ sites }: Analysis, isDryRun: boolean): Site[] {
  return sites.filter(({ outcome }) => outcome === 'refused' || (isDryRun && outcome === 'rewritten'));
}

/** Tells the places for which a check fails. */
export type Check = (analysis: Analysis, isDryRun: boolean) => CheckResult;

/**
 * Reads what a check needs, before anything is changed.
 *
 * @throws UsageError for a baseline that is none, outside of a git work tree, for a commit that git does not know.
 */
export async function prepareCheck(root: string, { baseline, scope }: CheckOptions): Promise<Check> {
  const known = baseline === undefined ? undefined : readBaseline(baseline);
  const isNew = scope && (await findNewLines(root, scope));
  return (analysis, isDryRun) => {
    const all = findOpen(analysis, isDryRun);
    const unknown = known ? withoutKnown(all, analysis, known) : all;
    const open = isNew ? unknown.filter(isNew) : unknown;
    return { open, passedOver: all.length - open.length };
  };
}

/** The text of the baseline that all places of a run would pass. */
export function toBaseline(analysis: Analysis, isDryRun: boolean): string {
  return formatBaseline(findOpen(analysis, isDryRun), analysis);
}

/** What a check came to, for people, and for GitHub where it runs there. */
export function formatCheck(result: CheckResult, root: string, environment: NodeJS.ProcessEnv): string {
  const { GITHUB_ACTIONS, GITHUB_WORKSPACE = root } = environment;
  const annotations = GITHUB_ACTIONS === 'true' ? formatAnnotations(result.open, root, GITHUB_WORKSPACE) : '';
  return formatResult(result) + annotations;
}

function formatResult({ open, passedOver }: CheckResult): string {
  const known = passedOver > 0 ? `; ${passedOver} more are known, or not new` : '';
  if (open.length === 0) return `\nCheck passed: no bare dispatch${known}.\n`;
  const places = open.slice(0, PLACES_SHOWN).map((site) => {
    const { path, line, column } = site;
    return `  ${path}:${line}:${column}  ${describeOpen(site)}\n`;
  });
  const rest =
    open.length > PLACES_SHOWN ? `  and ${open.length - PLACES_SHOWN} more; --report names them all\n` : '';
  const count = open.length === 1 ? '1 place' : `${open.length} places`;
  return `\nCheck failed: ${count} without a trace${known}:\n${places.join('')}${rest}`;
}
