import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, ReportedSite } from './corpus-run.js';
import { isSource, scanConstructs, scanRuns } from './corpus-scan.js';
import type { Mention } from './corpus-scan.js';

const OUTCOMES = ['rewritten', 'refused', 'already-traced'];

/** Sites without an outcome, and refusals without a code. */
export function listSiteFaults({ sites }: Report): string[] {
  return sites.flatMap(({ path, line, kind, outcome = 'none', code }) => {
    const place = `${path}:${line} ${kind}`;
    if (!OUTCOMES.includes(outcome)) return [`${place} has the outcome ${outcome}`];
    return outcome === 'refused' && !code ? [`${place} is refused without a code`] : [];
  });
}

/** The mentions that no site of the kind stands for, line by line. */
function findWithoutSite(
  mentions: readonly Mention[],
  sites: readonly ReportedSite[],
  kind: string,
): Mention[] {
  const lines = sites.filter((site) => site.kind === kind).map(({ line }) => line);
  return mentions.filter(({ line }) => {
    const at = lines.indexOf(line);
    if (at !== -1) lines.splice(at, 1);
    return at === -1;
  });
}

function findMissing(
  root: string,
  paths: readonly string[],
  report: Report,
  kind: string,
  scan: (source: string) => Mention[],
): string[] {
  const skipped = new Set(report.skipped.map(({ path }) => path));
  return paths
    .filter((path) => isSource(path) && !skipped.has(path))
    .flatMap((path) => {
      const mentions = scan(readFileSync(join(root, path), 'utf8'));
      const sites = report.sites.filter((site) => site.path === path);
      return findWithoutSite(mentions, sites, kind).map(({ line, text }) => `${path}:${line} ${text}`);
    });
}

/** The constructions that a plain text search finds and the report does not have. */
export function findUnaccounted(root: string, paths: readonly string[], report: Report): string[] {
  return findMissing(root, paths, report, 'construct', scanConstructs);
}

/** The calls of a `run` in files that load the library, of which the report says nothing. */
export function findUnmentionedRuns(root: string, paths: readonly string[], report: Report): string[] {
  return findMissing(root, paths, report, 'dispatch', scanRuns);
}
