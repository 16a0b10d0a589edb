#!/usr/bin/env node
import { CommanderError } from 'commander';
import type { Analysis, AnalysisOptions } from './engine/contracts.js';
import type { FamilyDescription } from './engine/family.js';
import { VERSION } from './engine/runtime-range.js';
import { describeFamily, familyNames } from './families.js';
import { findAll } from './find-all.js';
import { checkAliases, readArguments, toCheck } from './review/command-line/arguments.js';
import type { Arguments } from './review/command-line/arguments.js';
import type { Check } from './review/check/check.js';
import type { Place } from './review/explanation.js';
import { tellsProofs } from './review/report-extensions.js';
import { isWithin, resolveTargets } from './review/targets.js';
import { UsageError } from './review/usage-error.js';

const enum ExitCode {
  Done = 0,
  CheckFailed = 1,
  BadUsage = 2,
  FileFailed = 3,
}

function printFamilies(): void {
  for (const name of familyNames()) {
    console.log(`${name}  ${describeFamily(name).effect}`);
  }
}

async function guardTree(analysis: Analysis): Promise<void> {
  const { findUncommitted } = await import('./review/git-guard.js');
  const [first, ...more] = await findUncommitted(analysis);
  if (first === undefined) return;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  throw new UsageError(
    `the git tree has uncommitted changes (${first}${others}); commit or stash them, or add --allow-dirty`,
  );
}

async function explainPlace(given: Arguments, place: Place): Promise<ExitCode> {
  const { families, options } = prepare(given);
  const { formatExplanation } = await import('./review/explanation.js');
  const { createPalette } = await import('./review/colour.js');
  if (!isWithin(place.path, options.targets))
    throw new UsageError(
      `${place.path} lies outside of what is looked at; name its project's folder as well`,
    );
  const analysis = await findAll({ ...options, isExplained: true }, families, process.stderr);
  const palette = createPalette(process.stdout.isTTY, process.env, given.color);
  process.stdout.write(formatExplanation(analysis, place, palette));
  return ExitCode.Done;
}

function prepare(given: Arguments): { families: FamilyDescription[]; options: AnalysisOptions } {
  const families = given.family.map(describeFamily);
  checkAliases(given.alias, families);
  const { minimal, alias: aliases, ignore, gitignore, tsconfig, jobs, mark: isMarked } = given;
  const targets = resolveTargets(given.paths);
  return { families, options: { ...targets, minimal, aliases, ignore, gitignore, tsconfig, jobs, isMarked } };
}

async function readCheck(given: Arguments, root: string): Promise<Check | undefined> {
  const options = toCheck(given);
  if (!options || given.updateBaseline) return undefined;
  const { prepareCheck } = await import('./review/check/check.js');
  return prepareCheck(root, options);
}

/** Checks what was found, or has it be known from now on; tells whether that is fine. */
async function applyCheck(given: Arguments, analysis: Analysis, check: Check | undefined): Promise<boolean> {
  const isDryRun = !given.write;
  if (given.updateBaseline && given.baseline !== undefined) {
    const { toBaseline } = await import('./review/check/check.js');
    const { writeWhole } = await import('./review/write.js');
    writeWhole(given.baseline, toBaseline(analysis, isDryRun));
    process.stdout.write(`\nWritten: ${given.baseline}, with all that was found.\n`);
  }
  if (!check) return true;
  const { formatCheck } = await import('./review/check/check.js');
  const result = check(analysis, isDryRun);
  process.stdout.write(formatCheck(result, analysis.root, process.env));
  return result.open.length === 0;
}

async function run(given: Arguments): Promise<ExitCode> {
  const { families, options } = prepare(given);
  const { isChanged } = await import('./review/changes.js');
  const { createPalette } = await import('./review/colour.js');
  const { formatClosing } = await import('./review/closing.js');
  const check = await readCheck(given, options.root);
  const isExplained = given.report.some(tellsProofs);
  const found = await findAll({ ...options, isExplained }, families, process.stderr);

  const palette = createPalette(process.stdout.isTTY, process.env, given.color);
  if (found.files.some(isChanged) && !given.quiet) {
    const { colourDiff } = await import('./review/coloured-diff.js');
    const { formatDiff } = await import('./review/diff.js');
    process.stdout.write(colourDiff(formatDiff(found), palette));
  }
  let analysis = found;
  if (given.write && found.files.some(isChanged)) {
    if (!given.allowDirty) await guardTree(found);
    const { withFailures, writeFiles } = await import('./review/write.js');
    analysis = withFailures(found, writeFiles(found));
  }
  process.stdout.write(formatClosing(given, process.argv.slice(2), { analysis, families, palette }));
  await writeReports(given.report, analysis, !given.write);
  const isPassed = await applyCheck(given, analysis, check);
  if (analysis.failed.length > 0) return ExitCode.FileFailed;
  return isPassed ? ExitCode.Done : ExitCode.CheckFailed;
}

async function writeReports(paths: readonly string[], analysis: Analysis, isDryRun: boolean): Promise<void> {
  if (paths.length === 0) return;
  const { formatReport } = await import('./review/report.js');
  const { writeWhole } = await import('./review/write.js');
  for (const path of paths) {
    try {
      writeWhole(path, formatReport(path, analysis, isDryRun) ?? '');
    } catch (error) {
      throw new UsageError(`the report ${path} cannot be written: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}

function explain(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof UsageError) {
    console.error(`traced-pool-codemod: ${error.message}`);
    return ExitCode.BadUsage;
  }
  const detail = process.env['TRACED_POOL_DEBUG'] ? ((error as Error).stack ?? '') : (error as Error).message;
  console.error(
    `traced-pool-codemod: this is a bug in the codemod, nothing more is written; please report it: ${detail}`,
  );
  return ExitCode.FileFailed;
}

async function main(): Promise<void> {
  // A reader that has seen enough, such as `head`, is no failure, and must not cut a run with --write short.
  process.stdout.on('error', () => {});
  try {
    const given = readArguments(process.argv.slice(2), familyNames(), VERSION);
    if (given.list) printFamilies();
    else if (given.explain) process.exitCode = await explainPlace(given, given.explain);
    else process.exitCode = await run(given);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

void main();
