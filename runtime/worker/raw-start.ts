import { BroadcastChannel, getEnvironmentData, isMainThread, parentPort } from 'node:worker_threads';
import { setEnvironmentData, threadId } from 'node:worker_threads';
import { openInjected, takeInjected } from '../protocol/injected-message.js';
import { fromVariable, recordedChannelName, toHead } from '../protocol/start-head.js';
import { START_DATA, START_VARIABLE } from '../protocol/start-head.js';
import { openEnvelope, sealMessage } from '../protocol/task-envelope.js';
import type { Envelope, TaskHead } from '../protocol/task-envelope.js';
import { captureContext, restoreContext } from '../propagation/thread-context.js';
import { OpenedMessages } from './opened-messages.js';
import type { Recorder } from './recorder.js';
import { StartContext } from './start-context.js';
import { setUpTracing } from './tracing.js';

type Send = (message: unknown, ...rest: unknown[]) => unknown;

/** What the main thread has left for this worker, and for none of its own. */
function takeStartHead(): TaskHead {
  if (isMainThread) {
    const text = process.env[START_VARIABLE];
    Reflect.deleteProperty(process.env, START_VARIABLE);
    return fromVariable(text);
  }
  const head = getEnvironmentData(START_DATA) as unknown;
  setEnvironmentData(START_DATA, undefined as never);
  return toHead(head);
}

/** Messages come sealed by our own end, or as another copy of this package has injected them. */
function open(message: unknown, recorder: Recorder): Envelope | undefined {
  const envelope = openEnvelope(message);
  if (envelope) return envelope;
  const injected = openInjected(message);
  if (!injected) return undefined;
  const carrier = captureContext(injected.context) ?? null;
  return { head: [carrier, recorder.isRecording], hasMessage: true, message: injected.message };
}

/** Sends what was injected with its context as that is: the main thread may have another propagator. */
function seal(message: unknown): unknown {
  const injected = takeInjected(message);
  const carrier = injected && captureContext(injected.context);
  if (!injected) return message;
  return carrier ? sealMessage([carrier, true], injected.message) : injected.message;
}

function sealReplies(): void {
  if (parentPort) {
    const post = parentPort.postMessage.bind(parentPort) as Send;
    parentPort.postMessage = ((message: unknown, ...rest: unknown[]) =>
      post(seal(message), ...rest)) as typeof parentPort.postMessage;
  } else if (process.send) {
    const send = process.send.bind(process) as Send;
    process.send = ((message: unknown, ...rest: unknown[]) =>
      send(seal(message), ...rest)) as typeof process.send;
  }
}

function followRecorded(recorder: Recorder): void {
  const channel = new BroadcastChannel(recordedChannelName(threadId)) as BroadcastChannel & { unref(): void };
  channel.onmessage = (event) => {
    const envelope = openEnvelope((event as { data: unknown }).data);
    if (envelope) recorder.isRecording = envelope.head[1];
  };
  channel.unref();
}

/** Sets up a worker that talks to the main thread by hand; gives the context to start in, if there is one. */
export function setUpRawWorker(): StartContext | undefined {
  const [carrier, isRecorded] = takeStartHead();
  const { recorder } = setUpTracing();
  recorder.isRecording = isRecorded;
  const start = carrier ? new StartContext(restoreContext(carrier)) : undefined;
  const messages = new OpenedMessages(
    recorder,
    (message) => open(message, recorder),
    () => start?.end(),
  );
  if (isMainThread) messages.watchProcess();
  else {
    messages.watchPort();
    followRecorded(recorder);
  }
  sealReplies();
  return start;
}
