#!/usr/bin/env node
import { CommanderError } from 'commander';
import type { Analysis } from './engine/contracts.js';
import { VERSION } from './engine/runtime-range.js';
import { saveTime } from './engine-flags.js';
import { familyNames } from './families.js';
import { listKnownFamilies } from './family-choice.js';
import { createSearch } from './find-all.js';
import type { FindAll } from './find-all.js';
import { prepare } from './prepare.js';
import type { Applied } from './review/apply.js';
import { checkTerminal, readArguments } from './review/command-line/arguments.js';
import type { Arguments } from './review/command-line/arguments.js';
import { applyCheck, readCheck } from './review/command-line/checking.js';
import { readConfiguration } from './review/configuration/read-configuration.js';
import type { Place } from './review/explanation.js';
import { tellsProofs } from './review/report-extensions.js';
import { isWithin } from './review/targets.js';
import { UsageError } from './review/usage-error.js';

const enum ExitCode {
  Done = 0,
  CheckFailed = 1,
  BadUsage = 2,
  FileFailed = 3,
  Interrupted = 130,
}

async function printFamilies(given: Arguments): Promise<void> {
  const loaded = await readConfiguration(given, process.cwd());
  for (const [name, { description }] of listKnownFamilies(loaded))
    console.log(`${name}  ${description.effect}`);
}

/** Has somebody decide on each change; `undefined` if they broke off. */
async function decide(given: Arguments, found: Analysis, search: FindAll): Promise<Analysis | undefined> {
  const { decideAtTerminal } = await import('./review/interactive/interactive.js');
  const { checkTree } = await import('./review/git-guard.js');
  if (!given.allowDirty) await checkTree(found);
  return decideAtTerminal(found, search, process, given.color);
}

async function explainPlace(given: Arguments, place: Place): Promise<ExitCode> {
  saveTime();
  const { families, options } = await prepare(given);
  const { formatExplanation } = await import('./review/explanation.js');
  const { createPalette } = await import('./review/colour.js');
  if (!isWithin(place.path, options.targets))
    throw new UsageError(
      `${place.path} lies outside of what is looked at; name its project's folder as well`,
    );
  const analysis = await createSearch({ ...options, isExplained: true }, families, process.stderr)();
  const palette = createPalette(process.stdout.isTTY, process.env, given.color);
  process.stdout.write(formatExplanation(analysis, place, palette));
  return ExitCode.Done;
}

async function run(given: Arguments): Promise<ExitCode> {
  saveTime();
  checkTerminal(given, process);
  const { families, options } = await prepare(given);
  const { isChanged } = await import('./review/changes.js');
  const { createPalette } = await import('./review/colour.js');
  const { formatClosing } = await import('./review/closing.js');
  const check = await readCheck(given, options.root);
  const isExplained = given.report.some(tellsProofs);
  const search = createSearch({ ...options, isExplained }, families, process.stderr);
  const found = await search();

  const palette = createPalette(process.stdout.isTTY, process.env, given.color);
  const isDryRun = !given.write && !given.interactive;
  const hasChanges = found.files.some(isChanged);
  const decided = given.interactive && hasChanges ? await decide(given, found, search) : found;
  if (!decided) {
    process.stdout.write('\nBroken off; nothing is written.\n');
    return ExitCode.Interrupted;
  }
  if (hasChanges && !given.interactive && !given.quiet) {
    const { colourDiff } = await import('./review/coloured-diff.js');
    const { formatDiff } = await import('./review/diff.js');
    process.stdout.write(colourDiff(formatDiff(found), palette));
  }
  const { analysis, isBrokenOff } = isDryRun
    ? { analysis: found, isBrokenOff: false }
    : await applyAll(given, decided);
  process.stdout.write(
    formatClosing(given, process.argv.slice(2), {
      analysis,
      families: families.map(({ description }) => description),
      palette,
      isBrokenOff,
    }),
  );
  if (given.report.length > 0) {
    const { writeReports } = await import('./review/write-reports.js');
    writeReports(given.report, analysis, isDryRun);
  }
  const verdict = await applyCheck(given, analysis, { check, isDryRun });
  process.stdout.write(verdict.text);
  if (isBrokenOff) return ExitCode.Interrupted;
  if (analysis.failed.length > 0) return ExitCode.FileFailed;
  return verdict.isPassed ? ExitCode.Done : ExitCode.CheckFailed;
}

async function applyAll(given: Arguments, analysis: Analysis): Promise<Applied> {
  const { apply } = await import('./review/apply.js');
  return apply(analysis, given);
}

async function runVerify(words: readonly string[]): Promise<number> {
  const { readVerifyArguments } = await import('./verify/verify-arguments.js');
  const { verify } = await import('./verify/verify.js');
  const { stdout, env } = process;
  return verify(readVerifyArguments(words), { stdout, env, cwd: process.cwd() });
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
    if (process.argv[2] === 'verify') {
      process.exitCode = await runVerify(process.argv.slice(3));
      return;
    }
    const given = readArguments(process.argv.slice(2), familyNames(), VERSION);
    if (given.list) await printFamilies(given);
    else if (given.explain) process.exitCode = await explainPlace(given, given.explain);
    else process.exitCode = await run(given);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

void main();
