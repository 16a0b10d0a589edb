import type { Arguments } from '../command-line/arguments.js';
import type { LoadedConfiguration } from './configuration.js';
import { findConfiguration } from './find-configuration.js';

/**
 * The configuration that a run goes by: the one that was given, or the nearest one of a folder's project. What reads it is
 * only loaded where there is one.
 *
 * @throws UsageError for one that is none, or that there are two of.
 */
export async function readConfiguration(
  { config }: Pick<Arguments, 'config'>,
  folder: string,
): Promise<LoadedConfiguration | undefined> {
  const path = config === false ? undefined : (config ?? findConfiguration(folder));
  if (path === undefined) return undefined;
  const { loadConfiguration } = await import('./load-configuration.js');
  return loadConfiguration(path);
}
