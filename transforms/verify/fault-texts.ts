import type { FaultCode } from './contracts.js';

interface FaultText {
  /** After the number of spans: `were made in a worker without a parent`. */
  readonly one: string;
  readonly many: string;
  /** Where the codemod has nothing to say. */
  readonly remedy: string;
}

/** What is said of each kind of fault, the worst first. */
export const FAULT_TEXTS: Readonly<Record<FaultCode, FaultText>> = {
  'wrong-request': {
    one: 'span hangs under a request that did not ask for it',
    many: 'spans hang under a request that did not ask for them',
    remedy: 'bind the job where it is dispatched: bind() of traced-pool/context',
  },
  unrecorded: {
    one: 'span was made where there is no SDK: without this run nobody would have seen it',
    many: 'spans were made where there is no SDK: without this run nobody would have seen them',
    remedy: 'an executor of traced-pool relays the spans of its workers to the main thread',
  },
  'never-exported': {
    one: 'span ended and never reached an exporter',
    many: 'spans ended and never reached an exporter',
    remedy: 'shut the SDK down before the process or thread ends',
  },
  parentless: {
    one: 'span was made in a worker without a parent',
    many: 'spans were made in a worker without a parent',
    remedy:
      'the context has to be sent along with the task: an executor of traced-pool, or inject() and extract()',
  },
  orphan: {
    one: 'span has a parent that was never seen',
    many: 'spans have a parent that was never seen',
    remedy: 'the parent was not sampled, was made where nothing listens, or its id was passed on wrongly',
  },
  'never-ended': {
    one: 'span was started and never ended',
    many: 'spans were started and never ended',
    remedy: 'end it in a finally block, and stop workers only when their tasks are done',
  },
};
