import { constants, setPriority } from 'node:os';
import { createPalette } from '../review/colour.js';
import { writeReport } from '../review/write-reports.js';
import { Advisor } from './advice.js';
import { formatComparison, toSavedSpans } from './compare.js';
import type { Fault } from './contracts.js';
import { findFaults } from './faults.js';
import { formatTrace } from './format-trace.js';
import { formatVerdict } from './format-verdict.js';
import { formatWaterfall } from './html/format-waterfall.js';
import { ObservedRun } from './observed-run.js';
import { formatOtlp } from './otlp.js';
import { findSites } from './project-sites.js';
import { readSavedRun } from './saved-run.js';
import { ThreadNames } from './thread-names.js';
import type { VerifyArguments } from './verify-arguments.js';

const LEAST_WIDTH = 60;
const USUAL_WIDTH = 100;
const FOUND_SOMETHING = 1;

/** Where it prints, and by what it goes. */
export interface VerifySurroundings {
  readonly stdout: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** What the codemod has to say, where anything is to be said; its own failure is no reason to say nothing else. */
async function findAdvisor(faults: readonly Fault[], cwd: string): Promise<Advisor | undefined> {
  if (faults.length === 0) return undefined;
  try {
    return new Advisor(await findSites(cwd));
  } catch {
    return undefined;
  }
}

/** What is read and printed here must not keep the application, which has started by now, from its work. */
function leaveTheProcessor(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // It is not everywhere that one may.
  }
}

/**
 * Runs an application, prints its traces as they end, then what is wrong with its spans.
 *
 * @returns the exit code: that of the command unless it is 0, else 1 where anything is wrong.
 * @throws UsageError where the command cannot be run, or a file cannot be read or written.
 */
export async function verify(
  given: VerifyArguments,
  { stdout, env, cwd }: VerifySurroundings,
): Promise<number> {
  const before = given.compare === undefined ? undefined : readSavedRun(given.compare);
  const palette = createPalette(stdout.isTTY, env, given.color);
  const width = Math.max(LEAST_WIDTH, stdout.columns ?? USUAL_WIDTH);
  const { command, timeoutMillis, idleMillis } = given;
  const run: ObservedRun = new ObservedRun({
    command,
    cwd,
    env,
    ...(timeoutMillis !== undefined && { timeoutMillis }),
    ...(idleMillis !== undefined && { idleMillis }),
    ...(!given.quiet && {
      onTrace: (spans) => {
        stdout.write(formatTrace(spans, { palette, width, threads: new ThreadNames(run.threads) }));
      },
    }),
  });
  leaveTheProcessor();
  const { end, observation } = await run.ended;
  const faults = findFaults(observation);
  const advisor = await findAdvisor(faults, cwd);
  stdout.write(
    formatVerdict(observation, faults, {
      palette,
      threads: new ThreadNames(observation.threads),
      advisor,
      cwd,
    }),
  );
  if (before) stdout.write(formatComparison(before, toSavedSpans(observation.spans, faults), palette));
  if (given.save !== undefined) writeReport('file', given.save, formatOtlp(observation.spans, faults));
  if (given.html !== undefined) {
    const page = formatWaterfall({ title: command.join(' '), observation, faults, advisor, cwd });
    writeReport('page', given.html, page);
  }
  if (end.exitCode !== 0 && !end.isStopped) return end.exitCode;
  return faults.length > 0 ? FOUND_SOMETHING : 0;
}
