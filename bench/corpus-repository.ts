import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { copyCheckout, findDifferences, hashFiles, listFiles } from './corpus-files.js';
import { runCli } from './corpus-run.js';
import type { CliRun, Report } from './corpus-run.js';
import { isDependent } from './corpus-scan.js';
import { findUnaccounted, findUnmentionedRuns, listSiteFaults } from './corpus-sites.js';
import { findNew, listSyntaxErrors, listTypeErrors } from './corpus-types.js';

const MODULES = join(__dirname, '..', '..', 'node_modules');

/** What became of one repository. */
export interface Verdict {
  readonly repository: string;
  readonly wallMillis: number;
  readonly maxMemoryMegabytes: number;
  readonly report: Report | undefined;
  /** Everything that must not be, in words. */
  readonly faults: readonly string[];
  readonly newTypeErrors: readonly string[];
  readonly unaccounted: readonly string[];
  /** Not faults: for a reader. */
  readonly unmentionedRuns: readonly string[];
  readonly secondRunChanged: number | undefined;
}

interface Scratch {
  readonly base: string;
  readonly before: string;
  readonly after: string;
}

function createScratch(checkout: string): Scratch {
  const base = mkdtempSync(join(tmpdir(), 'traced-pool-corpus-'));
  const [before, after] = [join(base, 'before'), join(base, 'after')];
  copyCheckout(checkout, before);
  copyCheckout(checkout, after);
  return { base, before, after };
}

function listRunFaults(name: string, { status, stderr, report }: CliRun): string[] {
  const failed = report?.skipped.slice(report.skipped.length - report.totals.failed) ?? [];
  if (status === 0) return [];
  const files = failed.map(({ path, reason }) => `failed: ${path}: ${reason}`);
  return [`${name}: exit code ${status}${status === 3 ? '' : `: ${stderr.trim()}`}`, ...files];
}

function listWriteFaults({ before, after }: Scratch, changed: readonly string[], report: Report): string[] {
  const reported = new Set(report.files.filter((file) => file.changed).map(({ path }) => path));
  const unreported = changed.filter((path) => !reported.has(path) && basename(path) !== 'package.json');
  const unwritten = [...reported].filter((path) => !changed.includes(path));
  const broken = changed.flatMap((path) => {
    const [old, now] = [before, after].map((root) =>
      existsSync(join(root, path)) ? listSyntaxErrors(path, readFileSync(join(root, path), 'utf8')) : [],
    );
    return findNew(old ?? [], now ?? []).map((text) => `new syntax error in ${path}: ${text}`);
  });
  return [
    ...unreported.map((path) => `changed without a word: ${path}`),
    ...unwritten.map((path) => `reported as changed, but is not: ${path}`),
    ...broken,
  ];
}

/** The libraries are put in only now, so that the runs saw the checkout as it is. */
function findNewTypeErrors({ base, before, after }: Scratch, report: Report): string[] {
  mkdirSync(join(base, 'node_modules'));
  for (const name of ['piscina', 'traced-pool'])
    symlinkSync(join(MODULES, name), join(base, 'node_modules', name));
  const changed = report.files.filter((file) => file.changed).map(({ path }) => path);
  if (changed.length === 0) return [];
  const paths = listFiles(after).filter(
    (path) => /\.[cm]?[jt]sx?$/.test(path) && isDependent(readFileSync(join(before, path), 'utf8'), changed),
  );
  return findNew(listTypeErrors(before, paths), listTypeErrors(after, paths));
}

/** Migrates a copy of a checkout and checks all that can be checked without installing anything. */
export function judgeRepository(checkout: string, cli: string): Verdict {
  const scratch = createScratch(checkout);
  const { base, before, after } = scratch;
  try {
    const original = hashFiles(after);
    const dry = runCli(cli, after, join(base, 'dry.json'));
    const touched = findDifferences(original, hashFiles(after));
    const written = runCli(cli, after, join(base, 'written.json'), ['--write', '--allow-dirty']);
    const migrated = hashFiles(after);
    const second = runCli(cli, after, join(base, 'second.json'), ['--write', '--allow-dirty']);
    const again = findDifferences(migrated, hashFiles(after));
    const { report } = dry;
    const changed = findDifferences(original, migrated);
    return {
      repository: basename(checkout),
      wallMillis: dry.wallMillis,
      maxMemoryMegabytes: dry.maxMemoryMegabytes,
      report,
      faults: [
        ...listRunFaults('dry run', dry),
        ...listRunFaults('--write', written),
        ...listRunFaults('second run', second),
        ...touched.map((path) => `written in a dry run: ${path}`),
        ...again.map((path) => `changed by the second run: ${path}`),
        ...(report
          ? [...listSiteFaults(report), ...listWriteFaults(scratch, changed, report)]
          : ['no report']),
      ],
      newTypeErrors: report ? findNewTypeErrors(scratch, report) : [],
      unaccounted: report ? findUnaccounted(before, [...original.keys()], report) : [],
      unmentionedRuns: report ? findUnmentionedRuns(before, [...original.keys()], report) : [],
      secondRunChanged: second.report?.totals.filesChanged,
    };
  } finally {
    rmSync(base, { recursive: true });
  }
}
