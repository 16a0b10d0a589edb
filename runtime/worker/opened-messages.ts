import { parentPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { context } from '@opentelemetry/api';
import { restoreContext } from '../propagation/thread-context.js';
import { isMessageEvent, withData } from '../protocol/event-data.js';
import type { Envelope } from '../protocol/task-envelope.js';
import type { Recorder } from './recorder.js';

type Listener = (...args: unknown[]) => unknown;

/** Finds what an executor has sent with a message; `undefined` for one that came bare. */
export type OpenMessage = (message: unknown) => Envelope | undefined;

type ListenerOrObject = Listener | { readonly handleEvent?: Listener };
type EventMethod = (event: unknown, listener: unknown, options?: unknown) => unknown;

interface EventMethods {
  readonly addEventListener: EventMethod;
  readonly removeEventListener: EventMethod;
}

function call(listener: ListenerOrObject, port: MessagePort, given: unknown): unknown {
  return typeof listener === 'function' ? listener.call(port, given) : listener.handleEvent?.(given);
}

/**
 * Shows a worker's listeners the messages that the pool has sent, each in the context of whoever submitted the task,
 * and takes off what goes with them. Other messages pass through untouched.
 */
export class OpenedMessages {
  constructor(
    private readonly recorder: Recorder,
    private readonly open: OpenMessage,
    /** Told when something listens for more than one message. */
    private readonly onListen: () => void = () => {},
  ) {}

  /** Of a worker that is a process; to be called before anything listens. */
  watchProcess(): void {
    const emit = process.emit.bind(process) as Listener;
    process.emit = ((...args: unknown[]) => {
      if (args[0] === 'newListener' && args[1] === 'message') this.onListen();
      return args[0] === 'message'
        ? this.#deliver(args[1], (message) => emit('message', message, args[2]))
        : emit(...args);
    }) as typeof process.emit;
  }

  /**
   * Of a worker that is a thread; to be called before anything listens. `on`, `once`, `onmessage` and their like all
   * come down to the method that is replaced here: `lib/internal/event_target.js` of Node.js 20 to 24.
   */
  watchPort(port: MessagePort | null = parentPort): void {
    if (!port) return;
    const { addEventListener: add, removeEventListener: remove } = port as unknown as EventMethods;
    const wrapped = new WeakMap<object, Listener>();
    const wrap = (listener: ListenerOrObject): Listener => {
      let opening = wrapped.get(listener);
      if (!opening) {
        opening = (given) => this.#deliverEvent(given, (opened) => call(listener, port, opened));
        wrapped.set(listener, opening);
      }
      return opening;
    };
    const isWrappable = (event: unknown, listener: unknown): listener is ListenerOrObject =>
      event === 'message' &&
      (typeof listener === 'function' || typeof listener === 'object') &&
      listener !== null;
    const methods: EventMethods = {
      addEventListener: (event, listener, options) => {
        if (!isWrappable(event, listener)) return add.call(port, event, listener, options);
        if (!(options as { readonly once?: boolean } | undefined)?.once) this.onListen();
        return add.call(port, event, wrap(listener), options);
      },
      removeEventListener: (event, listener, options) => {
        const known = typeof listener === 'object' || typeof listener === 'function' ? listener : undefined;
        const added = event === 'message' && known ? (wrapped.get(known) ?? listener) : listener;
        return remove.call(port, event, added, options);
      },
    };
    Object.assign(port, methods);
  }

  /** Gives a listener what it asked for: the message, or an event. */
  #deliverEvent(given: unknown, deliver: (message: unknown) => unknown): unknown {
    if (!isMessageEvent(given)) return this.#deliver(given, deliver);
    const { data } = given;
    return this.#deliver(data, (opened) => deliver(opened === data ? given : withData(given, opened)));
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
