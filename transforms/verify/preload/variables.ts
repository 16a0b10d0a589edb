/** The environment variable that names the folder which journals are written to. */
export const FOLDER_VARIABLE = 'TRACED_POOL_VERIFY_FOLDER';
/** The one that has the queue libraries which are watched, with commas between them. */
export const QUEUES_VARIABLE = 'TRACED_POOL_VERIFY_QUEUES';
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

/**
 * The variables of a process or thread that is to be listened to: its own, and what brings the preload there.
 *
 * @param listening {@link FOLDER_VARIABLE} and {@link QUEUES_VARIABLE}
 */
export function withListening(env: Environment, listening: Environment, preload: string): Environment {
  const options = [requiring(preload), env[OPTIONS] ?? ''].join(' ').trim();
  return { ...env, ...pickListening(listening), [OPTIONS]: options };
}

/** Of an environment the variables that are the preload's. */
export function pickListening(env: Environment): Environment {
  return { [FOLDER_VARIABLE]: env[FOLDER_VARIABLE], [QUEUES_VARIABLE]: env[QUEUES_VARIABLE] };
}
