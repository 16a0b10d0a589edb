import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { context } from '@opentelemetry/api';
import { restoreContext } from '../propagation.js';
import type { Envelope } from '../protocol/task-envelope.js';
import type { Recorder } from './recorder.js';

type Listener = (...args: unknown[]) => unknown;

/** Finds what an executor has sent with a message; `undefined` for one that came bare. */
export type OpenMessage = (message: unknown) => Envelope | undefined;

interface ListenerMethods {
  on(event: string, listener: Listener): unknown;
  off(event: string, listener: Listener): unknown;
}

/**
 * Shows a worker's listeners the messages that the pool has sent, each in the context of whoever submitted the task,
 * and takes off what goes with them. Other messages pass through untouched.
 */
export class OpenedMessages {
  constructor(
    private readonly recorder: Recorder,
    private readonly open: OpenMessage,
  ) {}

  /** Of a worker that is a process; to be called before anything listens. */
  watchProcess(): void {
    const emit = process.emit.bind(process) as Listener;
    process.emit = ((...args: unknown[]) =>
      args[0] === 'message'
        ? this.#deliver(args[1], (message) => emit('message', message, args[2]))
        : emit(...args)) as typeof process.emit;
  }

  /** Of a worker that is a thread; to be called before anything listens. */
  watchPort(port: MessagePort | null = parentPort): void {
    if (!port) return;
    const wrapped = new WeakMap<Listener, Listener>();
    const { on, once, off } = port as unknown as Record<'on' | 'once' | 'off', ListenerMethods['on']>;
    const wrap = (event: string, listener: Listener): Listener => {
      if (event !== 'message' || typeof listener !== 'function') return listener;
      const known = wrapped.get(listener);
      if (known) return known;
      const opening: Listener = (message) => this.#deliver(message, (opened) => listener.call(port, opened));
      wrapped.set(listener, opening);
      return opening;
    };
    const add = (event: string, listener: Listener) => on.call(port, event, wrap(event, listener));
    const remove = (event: string, listener: Listener) =>
      off.call(port, event, wrapped.get(listener) ?? listener);
    Object.assign(port, {
      on: add,
      addListener: add,
      once: (event: string, listener: Listener) => once.call(port, event, wrap(event, listener)),
      off: remove,
      removeListener: remove,
    });
  }

  #deliver(message: unknown, deliver: (message: unknown) => unknown): unknown {
    const envelope = this.open(message);
    if (!envelope) return deliver(message);
    const [carrier, isRecorded] = envelope.head;
    this.recorder.isRecording = isRecorded;
    if (!envelope.hasMessage) return true;
    if (!carrier) return deliver(envelope.message);
    return context.with(restoreContext(carrier), () => deliver(envelope.message));
  }
}
