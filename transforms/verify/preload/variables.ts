/** The environment variable that names the folder which journals are written to. */
export const FOLDER_VARIABLE = 'TRACED_POOL_VERIFY_FOLDER';
const OPTIONS = 'NODE_OPTIONS';

/** As node reads it: in quotes, where a backslash stands for itself only after another. */
function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, String.raw`\$&`)}"`;
}

type Environment = Readonly<Record<string, string | undefined>>;

const requiring = (preload: string): string => `--require ${quote(preload)}`;

/** Whether these variables bring the preload into a process or thread. */
export function isListening(env: Environment, preload: string): boolean {
  return env[FOLDER_VARIABLE] !== undefined && env[OPTIONS]?.includes(requiring(preload)) === true;
}

/** The variables of a process or thread that is to be listened to: its own, and what brings the preload there. */
export function withListening(env: Environment, folder: string, preload: string): Environment {
  const options = [requiring(preload), env[OPTIONS] ?? ''].join(' ').trim();
  return { ...env, [OPTIONS]: options, [FOLDER_VARIABLE]: folder };
}
