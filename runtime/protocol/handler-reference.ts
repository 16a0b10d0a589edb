/**
 * In what form a task comes: not at all, as the pool only loads the handler; as it is; in a `TaskMessage`; with others,
 * in a `ChunkMessage`.
 */
export type TaskForm = 'startup' | 'bare' | 'message' | 'chunk';

/** The file and export that a task runs. */
export interface HandlerId {
  readonly filename: string;
  readonly name: string;
}

/** Which handler a worker is to run, and how. */
export interface HandlerReference extends HandlerId {
  readonly form: TaskForm;
  /** Somebody takes the spans, so the worker records them. */
  readonly isRecorded: boolean;
}

const HANDLER_PREFIX = 'traced-pool:';

/** Packs a reference into the `name` of a pool's task; undone by {@link decodeHandler}. */
export function encodeHandler({ filename, name, form, isRecorded }: HandlerReference): string {
  return HANDLER_PREFIX + JSON.stringify([filename, name, form, Number(isRecorded)]);
}

/** Undoes {@link encodeHandler}; `undefined` for any other name. */
export function decodeHandler(encoded: string): HandlerReference | undefined {
  if (!encoded.startsWith(HANDLER_PREFIX)) return undefined;
  const fields = JSON.parse(encoded.slice(HANDLER_PREFIX.length)) as [string, string, TaskForm, number];
  const [filename, name, form, recorded] = fields;
  return { filename, name, form, isRecorded: recorded === 1 };
}
