import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RelayOptions } from '../tracing-options.js';
import type { Traced } from './options.js';

const WORKER_ENTRY = join(__dirname, '..', 'worker', 'poolifier.js');

type WorkerArguments = { readonly argv?: readonly string[]; readonly args?: readonly string[] } | undefined;

/** Arguments with a path of ours, and what they are without: Node.js keeps the last ones for all processes to come. */
const originals = new WeakMap<readonly string[], readonly string[]>();

function prependToArguments(path: string, original: readonly string[]): readonly string[] {
  const args = [path, ...original];
  originals.set(args, original);
  return args;
}

/** What the processes of a cluster have as arguments if nobody says otherwise. */
function readClusterArguments(): readonly string[] {
  const { args = process.argv.slice(2) } = cluster.settings;
  return originals.get(args) ?? args;
}

/**
 * Has poolifier start our script, which runs the user's, which comes as its first argument.
 *
 * @param args of poolifier's constructors: counts, the worker's file, options.
 * @returns the arguments as they are where poolifier will not take them: then it says so.
 */
export function toPoolArguments(args: readonly unknown[], isCluster: boolean): unknown[] {
  const index = args.findIndex((argument) => typeof argument === 'string');
  const script = args[index] as string | undefined;
  const given = args[index + 1] ?? {};
  if (script === undefined || typeof given !== 'object' || !existsSync(script)) return [...args];
  const { tracing: _tracing, ...options } = given as Record<string, unknown>;
  const key = isCluster ? 'settings' : 'workerOptions';
  const own = options[key] as WorkerArguments;
  const path = resolve(script);
  const argv = isCluster
    ? { args: prependToArguments(path, own?.args ?? readClusterArguments()) }
    : { argv: [path, ...(own?.argv ?? [])] };
  const traced = { ...options, [key]: { ...own, ...argv } };
  return [...args.slice(0, index), WORKER_ENTRY, traced, ...args.slice(index + 2)];
}

/** The option `tracing` among the arguments. */
export function readTracing(args: readonly unknown[]): RelayOptions {
  const options = args[args.findIndex((argument) => typeof argument === 'string') + 1];
  const { tracing = {} } = (options ?? {}) as Traced;
  return tracing;
}
