import type { Fault } from 'traced-pool-codemod/dist/verify/contracts.js';
import type { Exchange } from './requests.js';
import type { RequestTally, RunTally } from './tally.js';

/** A run of the service: who has which spans, and what `verify` finds wrong. */
export interface JudgedRun {
  readonly tally: RunTally;
  readonly faults: readonly Fault[];
}

function nameOf({ request }: Exchange): string {
  return `${request.method} ${request.path}`;
}

function findRunFailure({ requests }: RunTally, when: string): string | undefined {
  for (const { exchange, tree } of requests) {
    const { answer, request } = exchange;
    if (answer.status !== request.status)
      return `${when}, ${nameOf(exchange)} is answered with ${answer.status} instead of ${request.status}.`;
    if (!tree) return `${when}, ${nameOf(exchange)} has no SERVER span of its own.`;
  }
  return undefined;
}

function findTreeFailure({ exchange, missing, unexpected }: RequestTally): string | undefined {
  if (missing.length > 0) return `After the migration, ${nameOf(exchange)} lacks ${missing.join(', ')}.`;
  if (unexpected.length === 0) return undefined;
  return `After the migration, ${nameOf(exchange)} has spans that it should not have: ${unexpected.join(', ')}.`;
}

function isSameAnswer({ answer: left }: Exchange, { answer: right }: Exchange): boolean {
  return (
    left.status === right.status && left.contentType === right.contentType && left.body.equals(right.body)
  );
}

/** The requests whose answers differ between the two runs. */
export function listDifferentAnswers(before: RunTally, after: RunTally): string[] {
  return before.requests
    .filter(({ exchange }, index) => {
      const other = after.requests[index];
      return !other || !isSameAnswer(exchange, other.exchange);
    })
    .map(({ exchange }) => nameOf(exchange));
}

/** What keeps the two runs from proving the migration, in one sentence; `undefined` where they prove it. */
export function findFailure(
  { tally: before, faults: lost }: JudgedRun,
  { tally: after, faults }: JudgedRun,
): string | undefined {
  const runFailure =
    findRunFailure(before, 'Before the migration') ?? findRunFailure(after, 'After the migration');
  if (runFailure !== undefined) return runFailure;
  if (before.expected === 0) return 'No request makes a worker span, so nothing is proven.';
  if (before.underRequest > 0) return 'Worker spans are under their request before the migration already.';
  if (lost.length !== before.expected)
    return `Before the migration, ${lost.length} of ${before.expected} losses are told of.`;
  for (const request of after.requests) {
    const failure = findTreeFailure(request);
    if (failure !== undefined) return failure;
  }
  const [stray] = after.strays;
  if (stray) return `After the migration, the span ${stray.name} is under no request.`;
  const [fault] = faults;
  if (fault) return `After the migration, the span ${fault.span.name} is ${fault.code}.`;
  const [different] = listDifferentAnswers(before, after);
  return different && `The migration changes the HTTP answer to ${different}.`;
}

/** The three lines that say how it went. */
export function renderVerdict({ tally: before }: JudgedRun, { tally: after }: JudgedRun): string[] {
  const different = listDifferentAnswers(before, after);
  return [
    `before: ${before.underRequest} of ${before.expected} worker spans under their request`,
    `after: ${after.underRequest} of ${after.expected} worker spans under their request`,
    `HTTP answers: ${different.length === 0 ? 'equal' : `different for ${different.join(', ')}`}`,
  ];
}
