import { join } from 'node:path';
import { createPalette } from 'traced-pool-codemod/dist/review/colour.js';
import { Advisor } from 'traced-pool-codemod/dist/verify/advice.js';
import { findFaults } from 'traced-pool-codemod/dist/verify/faults.js';
import { formatVerdict } from 'traced-pool-codemod/dist/verify/format-verdict.js';
import { findSites } from 'traced-pool-codemod/dist/verify/project-sites.js';
import { ThreadNames } from 'traced-pool-codemod/dist/verify/thread-names.js';
import { applyCodemod, runCodemod } from './codemod.js';
import { renderRun } from './render-run.js';
import { runService } from './run.js';
import { makeScratchCopy } from './scratch-copy.js';
import { tallyRun } from './tally.js';
import { findFailure, renderVerdict } from './verdict.js';
import type { JudgedRun } from './verdict.js';

const ROOT = join(__dirname, '..', '..');
const CLI = join(ROOT, 'dist', 'cli.js');
const USUAL_WIDTH = 100;
const APPLICATION = join(ROOT, '__testfixtures__', 'apps', 'thumbnails');

/** Runs the service, and prints its traces as `verify` does, and what is wrong with them. */
async function showRun(folder: string): Promise<JudgedRun> {
  const { exchanges, observation } = await runService(folder);
  const palette = createPalette(process.stdout.isTTY, process.env);
  const threads = new ThreadNames(observation.threads);
  const tally = tallyRun(exchanges, observation.spans);
  const faults = findFaults(observation);
  const advisor = faults.length > 0 ? new Advisor(await findSites(folder)) : undefined;
  console.log(renderRun(tally, { palette, threads, width: process.stdout.columns ?? USUAL_WIDTH }));
  console.log(formatVerdict(observation, faults, { palette, threads, advisor, cwd: folder }));
  return { tally, faults };
}

async function showDryRun(folder: string): Promise<void> {
  const code = await runCodemod(CLI, [folder]);
  if (code !== 0) throw new Error(`The codemod exits with ${code}.`);
  console.log();
}

async function demonstrate(): Promise<number> {
  const folder = makeScratchCopy(APPLICATION, join(ROOT, 'node_modules'));
  console.log('1. The service as it is: its workers make spans that nobody records.\n');
  const before = await showRun(folder);
  console.log('2. What the codemod would change.\n');
  await showDryRun(folder);
  console.log('3. Written, and the same requests again: every worker span hangs under its own request.\n');
  await applyCodemod(CLI, folder);
  const after = await showRun(folder);
  console.log(renderVerdict(before, after).join('\n'));
  const failure = findFailure(before, after);
  if (failure !== undefined) console.error(failure);
  return failure === undefined ? 0 : 1;
}

// npm changes into the package's folder; a relative path is meant from where the user is.
function dryRun(paths: readonly string[]): Promise<number> {
  return runCodemod(CLI, paths, process.env['INIT_CWD']);
}

process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));

const paths = process.argv.slice(2);
(paths.length > 0 ? dryRun(paths) : demonstrate()).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
