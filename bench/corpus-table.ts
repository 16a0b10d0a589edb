import type { Verdict } from './corpus-repository.js';

const HEAD = [
  'repository',
  'source files',
  'ms',
  'MB',
  'changed',
  'sites',
  'rewritten',
  'refused',
  'already traced',
  'skipped',
  'failed',
  'new type errors',
  'second run',
  'unaccounted',
  'faults',
];

/** Such as `3 (unproven-receiver 2, mocked-module 1)`. */
function formatRefusals({ report }: Verdict): string {
  const codes = new Map<string, number>();
  for (const { outcome, code } of report?.sites ?? []) {
    if (outcome === 'refused') codes.set(code ?? 'none', (codes.get(code ?? 'none') ?? 0) + 1);
  }
  const counts = [...codes].map(([code, count]) => `${code} ${count}`);
  return counts.length > 0 ? `${report?.totals.refused} (${counts.join(', ')})` : '0';
}

function formatRow(verdict: Verdict): string[] {
  const { repository, report, faults, newTypeErrors, unaccounted, secondRunChanged } = verdict;
  const totals = report?.totals;
  const failed = totals?.failed ?? 0;
  return [
    repository.replace('+', '/'),
    totals?.filesScanned,
    verdict.wallMillis.toFixed(0),
    verdict.maxMemoryMegabytes.toFixed(0),
    totals?.filesChanged,
    totals?.sites,
    totals?.rewritten,
    formatRefusals(verdict),
    totals?.alreadyTraced,
    (report?.skipped.length ?? 0) - failed,
    failed,
    newTypeErrors.length,
    secondRunChanged,
    unaccounted.length,
    faults.length,
  ].map((cell) => String(cell ?? 'none'));
}

export function isSound({ faults, newTypeErrors, unaccounted, secondRunChanged }: Verdict): boolean {
  return faults.length + newTypeErrors.length + unaccounted.length === 0 && secondRunChanged === 0;
}

/** One row for each repository, as Markdown. */
export function formatVerdicts(verdicts: readonly Verdict[]): string {
  return [HEAD, HEAD.map(() => '---'), ...verdicts.map(formatRow)]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** What is wrong with a repository, a line each. */
export function formatFaults({ repository, faults, newTypeErrors, unaccounted }: Verdict): string {
  return [
    ...faults,
    ...newTypeErrors.map((text) => `new type error: ${text}`),
    ...unaccounted.map((text) => `no site: ${text}`),
  ]
    .map((text) => `${repository}: ${text}\n`)
    .join('');
}
