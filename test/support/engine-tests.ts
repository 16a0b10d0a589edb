import { childrenOf, namesOfSlices, tryEngine } from './try-engine.js';
import type { EngineFacts, EngineName, EngineRun } from './try-engine.js';

const ERROR = 2;
const TABLE = 'seven, by the window';

/** Tests of what calls give and carry. */
export function testCalls(engine: EngineName, { takesContext }: { readonly takesContext: boolean }): void {
  let run: EngineRun;
  let facts: EngineFacts;
  beforeAll(async () => {
    run = await tryEngine(engine, ['dispatches', 'maps', 'contexts', 'wrongOptions', 'withoutSdk']);
    facts = run.facts;
  });

  test('calls and ends as the library does', () => {
    const { bare, traced, submitted } = facts.dispatches;
    expect(bare.slice(0, 3)).toEqual([9, 2, expect.stringContaining('5 is odd')]);
    expect(bare[3]).toMatch(/absent|not a function/);
    expect(traced).toEqual(bare);
    expect(submitted.slice(0, 3)).toEqual(bare.slice(0, 3));
    expect(submitted[3]).toMatch(/absent|not a function/);
  });

  test('maps in order, by the overridden dispatch, until the first error or beyond it', () => {
    const squares = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) ** 2);
    expect(facts.maps).toEqual({
      squares: squares(9),
      overridden: [9, 3],
      none: [],
      failed: expect.stringContaining('5 is odd'),
      startedDespite: 14,
      badOptions: [
        'RangeError: options.concurrency must be an integer from 1; received 0',
        "TypeError: options.stopOnError must be a boolean; received 'yes'",
        "TypeError: options.concurrency must be an integer from 1; received 'two'",
      ],
      iterated: squares(20),
      iteratedError: expect.stringContaining('7 is odd'),
      taken: squares(3),
      source: [true, true],
      stopped: expect.stringContaining('5 is odd'),
      // The two tasks that follow included.
      startedUntilStop: 4,
    });
  });

  test('carries the context of the call, or the given one', () => {
    const given = {
      'submitted in a given one': ['other', TABLE],
      'submitted in none': [null, null],
    };
    expect(facts.contexts.told).toEqual({
      dispatched: ['order', null],
      'dispatched in another': ['other', TABLE],
      submitted: ['order', null],
      mapped: ['order', null],
      'mapped in a given one': ['other', TABLE],
      'mapped in none': [null, null],
      iterated: ['other', TABLE],
      ...(takesContext && given),
    });
  });

  test('has relayed a burst of spans, each once, when the result is there', () => {
    expect(facts.contexts.burst).toEqual({ result: 2000, handedOver: 2000, dropped: 0 });
    const names = childrenOf('order', run.spans).map(({ name }) => name);
    expect(names.toSorted()).toEqual(namesOfSlices(2000));
  });

  test('refuses options of tracing before it makes a worker', () => {
    expect(facts.wrongOptions).toEqual({
      errors: [
        'TypeError: options.tracing must be an object; received 7',
        'TypeError: options.tracing must be an object; received null',
        'TypeError: options.tracing.spanProcessor must be a span processor; received {}',
        "TypeError: options.tracing.contextKeys must be a list of keys made by createContextKey(); received [ 'table' ]",
      ],
      madeCount: 0,
    });
  });

  test('sends what the library does where there is no SDK, and relays nothing', () => {
    const { bare, traced, relayedSpans } = facts.withoutSdk;
    expect(bare).toEqual([
      1,
      4,
      9,
      16,
      25,
      { sent: expect.any(Number), received: expect.any(Number) },
      [null, null],
    ]);
    expect(traced).toEqual(bare);
    expect(relayedSpans).toEqual({ handedOver: 0, dropped: 0 });
  });
}

/** How workers die: the first by `process.exit()`. */
interface Deaths {
  /** Another way. */
  readonly other?: 'kill' | 'throw';
  /** How the library tells of the exit; `undefined` where it forgets the task. */
  readonly error: string | undefined;
  /** Whether the pool goes on with other workers; @default true */
  readonly recovers?: boolean;
}

/** Tests of workers that die in the middle of a task, and of pools that are ended. */
export function testDeaths(engine: EngineName, { other, error, recovers = true }: Deaths): void {
  const ways = other ? (['exit', other] as const) : (['exit'] as const);
  let run: EngineRun;
  beforeAll(async () => {
    run = await tryEngine(engine, [...ways, 'churn']);
  });

  test.each(ways)('keeps the spans of a worker that dies: %s', (how) => {
    const { bare, traced, relayedSpans } = run.facts[how];
    expect(traced).toEqual(bare);
    if (how === 'exit') expect(bare[0]).toContain(error ?? 'forgotten');
    expect(bare.slice(1)).toEqual(recovers ? [9] : []);
    const spans = childrenOf(`${how} traced`, run.spans);
    const open = spans.filter(({ status }) => status.code === ERROR).map(({ name }) => name);
    expect(open.toSorted()).toEqual(how === 'throw' ? ['boil over', 'simmer'] : ['simmer']);
    const ended = spans.filter(({ status }) => status.code !== ERROR).map(({ name }) => name);
    const slices = namesOfSlices(how === 'exit' ? 2000 : 5);
    expect(ended.toSorted()).toEqual(recovers ? [...slices, 'square 3'] : slices);
    expect(relayedSpans).toEqual({ handedOver: spans.length + 1, dropped: 0 });
  });

  test('leaves no listener behind, and no handle', () => {
    const { counts, warnings, listeners } = run.facts.churn;
    expect(counts).toEqual(Array.from({ length: 12 }, () => 1));
    expect(warnings).toEqual([]);
    expect(listeners.every((count) => count <= 1)).toBe(true);
  });
}

/** Tests of what else goes through the channel of a process. */
export function testSerializations(engine: EngineName): void {
  let facts: EngineFacts;
  beforeAll(async () => {
    ({ facts } = await tryEngine(engine, ['serializations']));
  });

  test.each(['json', 'advanced'])('passes on what is not ours, as %s', (serialization) => {
    expect(facts.serializations.traced[serialization]).toEqual(facts.serializations.bare[serialization]);
    const isAdvanced = serialization === 'advanced';
    expect(facts.serializations.bare[serialization]?.[0]).toContain(
      isAdvanced ? "'Ada' => 2n" : 'guests: {}',
    );
  });
}
