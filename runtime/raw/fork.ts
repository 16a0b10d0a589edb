import { fork } from 'node:child_process';
import type { ChildProcess, ForkOptions } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context as contextApi } from '@opentelemetry/api';
import { START_VARIABLE, toVariable } from '../protocol/start-head.js';
import { openReply, sealInjected } from './channel-messages.js';
import { createExecutor } from './create-executor.js';
import { holdMessages } from './held-messages.js';

const ENTRY = join(__dirname, '..', 'worker', 'raw.js');

/** Tells of a reply in the context that it was injected with. */
function openReplies(child: ChildProcess): void {
  const emit = child.emit.bind(child) as (...args: unknown[]) => boolean;
  child.emit = (...args: unknown[]): boolean => {
    const reply = args[0] === 'message' ? openReply(args[1]) : undefined;
    if (!reply) return emit(...args);
    return contextApi.with(reply.context, emit, undefined, 'message', reply.message, ...args.slice(2));
  };
}

/**
 * `fork` of `node:child_process`, of a process whose spans come out of the application's own span processors, each once.
 * It starts in the context that is active here; messages that `inject` has given a context are received within it, at
 * either end and by whatever listener. All else is Node.js's.
 *
 * @throws what Node.js throws.
 */
export function tracedFork(modulePath: string | URL, options?: ForkOptions): ChildProcess;
export function tracedFork(
  modulePath: string | URL,
  args?: readonly string[],
  options?: ForkOptions,
): ChildProcess;
export function tracedFork(
  modulePath: string | URL,
  ...rest: [(ForkOptions | readonly string[])?, ForkOptions?]
): ChildProcess {
  const hasArguments = Array.isArray(rest[0]);
  const args = hasArguments ? (rest[0] as readonly string[]) : [];
  const options = (hasArguments ? rest[1] : (rest[0] ?? rest[1])) as ForkOptions | null | undefined;
  const path =
    modulePath instanceof URL && modulePath.protocol === 'file:' ? fileURLToPath(modulePath) : modulePath;
  const isGiven = typeof path === 'string' && (options === undefined || typeof options === 'object');
  if (!isGiven || path === '') return (fork as (...given: unknown[]) => ChildProcess)(modulePath, ...rest);
  const executor = createExecutor({});
  const env = { ...(options?.env ?? process.env), [START_VARIABLE]: toVariable(executor.startHead()) };
  const child = fork(ENTRY, [path, ...args], { ...options, env });
  // What the application sees of it is what it has asked for.
  Object.assign(child, { spawnargs: child.spawnargs?.filter((argument) => argument !== ENTRY) });
  // Before the relay, which takes what is its own first.
  holdMessages(child);
  executor.adopt(child, (message) => sealInjected(executor, message));
  openReplies(child);
  return child;
}
