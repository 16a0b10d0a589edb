import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import workerThreads from 'node:worker_threads';
import type { WorkerOptions } from 'node:worker_threads';
import { isListening, pickListening, withListening } from './variables.js';

const PRELOAD = join(__dirname, 'preload.js');

type Listening = ReturnType<typeof pickListening>;

/** What `ChildProcess.prototype.spawn`, which all ways to make a process come to, is given. */
interface SpawnOptions {
  envPairs?: string[];
}

function reachThreads(listening: Listening): void {
  workerThreads.Worker = new Proxy(workerThreads.Worker, {
    construct(target, [file, options, ...rest]: [unknown, WorkerOptions | undefined], newTarget) {
      const env = options?.env ?? process.env;
      const isReached = typeof env !== 'object' || isListening(env, PRELOAD);
      const given = isReached ? options : { ...options, env: withListening(env, listening, PRELOAD) };
      return Reflect.construct(target, [file, given, ...rest], newTarget) as object;
    },
  });
  syncBuiltinESMExports();
}

function toEntry(pair: string): [string, string] {
  // On Windows there are variables whose names begin with an equals sign.
  const at = pair.indexOf('=', 1);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function reachProcesses(listening: Listening): void {
  const { prototype } = childProcess.ChildProcess as unknown as {
    prototype: { spawn(options: SpawnOptions): unknown };
  };
  const { spawn } = prototype;
  prototype.spawn = function (options) {
    const env = Object.fromEntries((options.envPairs ?? []).map(toEntry));
    if (options.envPairs && !isListening(env, PRELOAD))
      options.envPairs = Object.entries(withListening(env, listening, PRELOAD)).map(
        ([name, value]) => `${name}=${value ?? ''}`,
      );
    return spawn.call(this, options);
  };
}

/**
 * Sees to it that threads and processes of this one are listened to even where the application gives them an
 * environment of their own; the others inherit what brings the preload there.
 */
export function reachDescendants(): void {
  const listening = pickListening(process.env);
  reachThreads(listening);
  reachProcesses(listening);
}
