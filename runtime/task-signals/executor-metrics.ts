import { metrics } from '@opentelemetry/api';
import type { Attributes, BatchObservableResult, Counter, Histogram, Meter } from '@opentelemetry/api';
import type { HandlerId } from '../protocol/handler-reference.js';
import { SCOPE_NAME, SCOPE_VERSION } from '../scope.js';
import type { TaskOutcome, TaskTiming } from './task-outcome.js';

/** What is asked of an executor whenever the metrics are read. */
export interface ExecutorGauges {
  readonly queueSize: number;
  readonly threadCount: number;
  readonly threadLimit: number;
  readonly droppedSpanCount: number;
}

/** Reads the gauges; `undefined` when the executor is gone. */
export type ReadGauges = () => ExecutorGauges | undefined;

const NAME = 'traced_pool.executor.name';
const OUTCOME = 'traced_pool.task.outcome';
/** The specification's advice for durations in seconds begins at 5 ms; tasks of pools are often shorter. */
const BOUNDARIES = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Instruments {
  readonly wait: Histogram;
  readonly run: Histogram;
  readonly completed: Counter;
  readonly rejected: Counter;
}

function hasMeterProvider(): boolean {
  return metrics.getMeterProvider().constructor.name !== 'NoopMeterProvider';
}

function observeGauges(meter: Meter, attributes: Attributes, readGauges: ReadGauges): void {
  const create = (name: string, unit: string, description: string) =>
    meter.createObservableUpDownCounter(`traced_pool.executor.${name}`, { unit, description });
  const queueSize = create('queue.size', '{task}', 'Tasks that no worker has begun');
  const threadCount = create('thread.count', '{thread}', 'Workers that are there');
  const threadLimit = create('thread.limit', '{thread}', 'The most workers that there may be');
  const dropped = meter.createObservableCounter('traced_pool.executor.span.dropped', {
    unit: '{span}',
    description: 'Spans of workers that did not reach the span processors',
  });
  const observables = [queueSize, threadCount, threadLimit, dropped];
  const observe = (result: BatchObservableResult): void => {
    const gauges = readGauges();
    if (!gauges) {
      meter.removeBatchObservableCallback(observe, observables);
      return;
    }
    result.observe(queueSize, gauges.queueSize, attributes);
    result.observe(threadCount, gauges.threadCount, attributes);
    result.observe(threadLimit, gauges.threadLimit, attributes);
    result.observe(dropped, gauges.droppedSpanCount, attributes);
  };
  meter.addBatchObservableCallback(observe, observables);
}

function createInstruments(meter: Meter): Instruments {
  const duration = (name: string, description: string): Histogram =>
    meter.createHistogram(`traced_pool.executor.task.${name}.duration`, {
      unit: 's',
      description,
      advice: { explicitBucketBoundaries: BOUNDARIES },
    });
  const count = (name: string, description: string): Counter =>
    meter.createCounter(`traced_pool.executor.task.${name}`, { unit: '{task}', description });
  return {
    wait: duration('wait', 'How long tasks waited for a worker'),
    run: duration('run', 'How long workers ran tasks'),
    completed: count('completed', 'Tasks that have ended, by outcome'),
    rejected: count('rejected', 'Tasks that the pool had no place for'),
  };
}

/**
 * Measurements of one executor, by the registered meter provider, which may be registered after the executor: after the
 * model of the semantic conventions' `jvm.thread.*` and of what is proposed there as `jvm.executor.*`.
 */
export class ExecutorMetrics {
  #instruments: Instruments | undefined;
  readonly #attributes: Attributes;

  constructor(
    executorName: string,
    private readonly readGauges: ReadGauges,
  ) {
    this.#attributes = { [NAME]: executorName };
    this.#setUp();
  }

  record({ name }: HandlerId, outcome: TaskOutcome, { waitMillis, runMillis }: TaskTiming): void {
    const instruments = this.#instruments ?? this.#setUp();
    if (!instruments) return;
    const attributes = { ...this.#attributes, 'code.function.name': name };
    const ended = { ...attributes, [OUTCOME]: outcome };
    if (waitMillis !== undefined) instruments.wait.record(waitMillis / 1000, attributes);
    if (runMillis !== undefined) instruments.run.record(runMillis / 1000, ended);
    if (outcome === 'rejected') instruments.rejected.add(1, attributes);
    else instruments.completed.add(1, ended);
  }

  #setUp(): Instruments | undefined {
    if (!hasMeterProvider()) return undefined;
    const meter = metrics.getMeter(SCOPE_NAME, SCOPE_VERSION);
    observeGauges(meter, this.#attributes, this.readGauges);
    return (this.#instruments = createInstruments(meter));
  }
}
