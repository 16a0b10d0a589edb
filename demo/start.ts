import { join } from 'node:path';
import { applyCodemod, runCodemod } from './codemod.js';
import { renderRun } from './render-run.js';
import { runService } from './run.js';
import { makeScratchCopy } from './scratch-copy.js';
import { tallyRun } from './tally.js';
import type { RunTally } from './tally.js';
import { findFailure, renderVerdict } from './verdict.js';

const ROOT = join(__dirname, '..', '..');
const CLI = join(ROOT, 'dist', 'cli.js');
const APPLICATION = join(ROOT, '__testfixtures__', 'apps', 'thumbnails');

async function showRun(folder: string): Promise<RunTally> {
  const tally = tallyRun(await runService(folder));
  console.log(renderRun(tally));
  return tally;
}

async function showDryRun(folder: string): Promise<void> {
  const code = await runCodemod(CLI, [folder]);
  if (code !== 0) throw new Error(`The codemod exits with ${code}.`);
  console.log();
}

async function demonstrate(): Promise<number> {
  const folder = makeScratchCopy(APPLICATION, join(ROOT, 'node_modules'));
  console.log('1. The service as it is: its workers make spans, and none arrives.\n');
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
