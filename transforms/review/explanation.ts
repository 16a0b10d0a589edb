import { relative, resolve, sep } from 'node:path';
import type { Analysis, ProofStep, Site } from '../engine/contracts.js';
import type { Palette } from './colour.js';

/** A place in the code that is asked about. */
export interface Place {
  /** Absolute. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

const CODE_LENGTH = 90;

function shorten(code: string): string {
  return code.length > CODE_LENGTH ? `${code.slice(0, CODE_LENGTH - 1)}…` : code;
}

function formatStep({ path, line, text, code }: ProofStep, palette: Palette): string {
  return `    ${palette.bold(`${path}:${line}`)}  ${text}\n      ${shorten(code)}`;
}

function formatSite(site: Site, proof: readonly ProofStep[], palette: Palette): string {
  const { path, line, column, kind, outcome, variant, code, reason } = site;
  const became = [outcome, variant ?? code].filter((word) => word !== null).join(', ');
  const lines = [`${palette.bold(`${path}:${line}:${column}`)}  ${kind}: ${became}`];
  if (reason !== null) lines.push(`  ${reason}`);
  if (code !== null) lines.push(`  docs/reasons.md#${code} says more.`);
  if (proof.length > 0) lines.push('  By what was found:', ...proof.map((step) => formatStep(step, palette)));
  return `${lines.join('\n')}\n`;
}

/** Why there is nothing to tell of a line. */
function formatNothing({ sites, skipped, failed }: Analysis, label: string, line: number): string {
  const left = [...skipped, ...failed].find(({ path }) => label === path || label.startsWith(`${path}/`));
  if (left) return `${label} is not looked into: it ${left.reason}.\n`;
  const lines = [...new Set(sites.filter(({ path }) => path === label).map((site) => site.line))];
  const others = lines.length > 0 ? ` Its sites are on line ${lines.join(', ')}.` : ' It has no sites.';
  return `Nothing on line ${line} of ${label} builds a pool, or calls what is known to be one.${others}\n`;
}

/** Tells why the sites on a line were treated as they were, with what proved it. */
export function formatExplanation(analysis: Analysis, { path, line }: Place, palette: Palette): string {
  const label = relative(analysis.root, resolve(path)).split(sep).join('/');
  const sites = analysis.sites.filter((site) => site.path === label && site.line === line);
  if (sites.length === 0) return formatNothing(analysis, label, line);
  return sites.map((site) => formatSite(site, analysis.proofs.get(site.id) ?? [], palette)).join('\n');
}
