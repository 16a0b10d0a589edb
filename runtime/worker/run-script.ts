import { Module } from 'node:module';

/** Node's own way to run a main module, which every loader and preload knows. */
const { runMain } = Module as unknown as { runMain(): void };

/** Runs a worker's own script as if it had been started with that: `require.main`, `process.argv`. */
export function runScript(script: string): void {
  process.argv[1] = script;
  runMain();
}

/** Takes the script, which comes first, out of the arguments of this worker. */
export function takeScript(): string {
  const [script] = process.argv.splice(2, 1);
  if (script === undefined)
    throw new Error('traced-pool: this file is started by an executor, with a script');
  return script;
}
