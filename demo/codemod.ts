import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

async function waitForExit(child: ReturnType<typeof spawn>): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

/** Runs the command line tool on our own terminal, or whatever stands in for it, and resolves with its exit code. */
export function runCodemod(
  cli: string,
  commandLine: readonly string[],
  folder = process.cwd(),
): Promise<number> {
  const hasColors = process.stdout.isTTY && !process.env['NO_COLOR'];
  const env = hasColors ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  return waitForExit(spawn(process.execPath, [cli, ...commandLine], { cwd: folder, env, stdio: 'inherit' }));
}

/**
 * Applies the migration, without the diff, which the dry run has shown.
 *
 * @throws where the tool does not exit with 0, with all it printed.
 */
export async function applyCodemod(cli: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, [cli, '--write', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [code, ...output] = await Promise.all([waitForExit(child), text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Error(`The codemod exits with ${code}.\n${output.join('')}`);
}
