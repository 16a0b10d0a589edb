import { existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { REPORT_EXTENSIONS } from '../report-extensions.js';
import { toAlternatives } from '../words.js';

export const MAX_JOBS = 64;
const COLOURS: readonly string[] = ['auto', 'always', 'never'];

/** Adds `@acme/piscina=piscina` to what was given before. */
export function collectAlias(value: string, aliases: Record<string, string>): Record<string, string> {
  const [other, name, ...rest] = value.split('=');
  if (!other || !name || rest.length > 0)
    throw new InvalidArgumentError('It must have the form @acme/piscina=piscina.');
  return { ...aliases, [other]: name };
}

/** Adds a value to what was given before. */
export function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value];
}

/** Adds the path of a report, whose format its extension names. */
export function checkReport(path: string, paths: readonly string[]): readonly string[] {
  const extension = extname(path);
  if (!REPORT_EXTENSIONS.some((known) => known === extension)) {
    throw new InvalidArgumentError(`Its name must end in ${toAlternatives(REPORT_EXTENSIONS)}.`);
  }
  return [...paths, toNewPath(path)];
}

/** Reads names with commas between them. */
export function toNames(value: string): readonly string[] {
  return value.split(',').map((name) => name.trim());
}

/** Reads the path of a file that is there. */
export function toConfigPath(path: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) throw new InvalidArgumentError('It is not a file.');
  return resolve(path);
}

/** Reads a number of threads. */
export function toJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_JOBS}.`);
  return jobs;
}

/** Reads when to use colours. */
export function toColour(value: string): string {
  if (!COLOURS.includes(value)) throw new InvalidArgumentError(`It must be ${COLOURS.join(', ')}.`);
  return value;
}

/** Reads the path of a file that may not be there yet. */
export function toNewPath(path: string): string {
  if (!existsSync(dirname(resolve(path)))) throw new InvalidArgumentError('Its folder does not exist.');
  if (existsSync(path) && !statSync(path).isFile()) throw new InvalidArgumentError('It is not a file.');
  return path;
}
