import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { insertTable } from '../../bench/markdown-table.js';
import { measure } from '../../bench/queue-measure.js';
import type { Measured } from '../../bench/queue-measure.js';
import { LOSING, OTHERS } from '../../bench/queue-rows.js';
import { findFaults, formatQueues } from '../../bench/queue-table.js';
import type { QueueCase, Served } from '../../bench/queue-run.js';
import type { Fault } from '../../dist/verify/contracts.js';
import { findFaults as findSpanFaults } from '../../dist/verify/faults.js';
import { ObservedRun } from '../../dist/verify/observed-run.js';
import { description } from '../../transforms/queues/family.js';
import { REPOSITORY } from '../support/fixtures.js';

const fileOf = (place = ''): string => basename(place.replace(/:\d+:\d+$/, ''));

let measured: readonly Measured[];
/** The jobs that `verify` finds under another request, by what the program has served. */
const misplaced = new Map<Served, readonly Fault[]>();

/** Serves the requests with all spans listened to: both are tried in the same run. */
async function serveListenedTo({ row, folder }: QueueCase): Promise<Served> {
  const command = [process.execPath, 'serve.cjs', row.program];
  const run = new ObservedRun({ command, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const { stdout } = run.command.child;
  const [output, { observation }] = await Promise.all([stdout ? text(stdout) : '', run.ended]);
  const served = JSON.parse(output) as Served;
  misplaced.set(
    served,
    findSpanFaults(observation).filter(({ code }) => code === 'wrong-request'),
  );
  return served;
}

beforeAll(async () => {
  measured = await measure([...LOSING, ...OTHERS], serveListenedTo);
}, 240_000);

const requestsRight = (programs: readonly Measured[]): string[] =>
  programs.map(({ row, version, before, after, isChanged }) =>
    [row.library, version, row.form, before.right, isChanged ? after.right : 'not changed'].join(' '),
  );

test('every library that the codemod knows is measured', () => {
  expect(new Set(LOSING.map(({ library }) => library))).toEqual(new Set(description.packages));
});

test('each loses the context of some requests in one version at least, and only there is changed', () => {
  const losing = measured.filter(({ isChanged }) => isChanged);
  expect(new Set(losing.map(({ row }) => row.library))).toEqual(new Set(description.packages));
  expect(requestsRight(losing.filter(({ before }) => before.right === before.requests))).toEqual([]);
});

test('after the migration all have all requests right, and the same answers in the same order', () => {
  expect(measured.length).toBeGreaterThan(40);
  expect(measured.flatMap(findFaults)).toEqual([]);
});

test('what is no queue, or keeps the context, is not changed', () => {
  const kept = measured.filter(({ row, before }) => OTHERS.includes(row) || before.right === before.requests);
  expect(kept.length).toBeGreaterThan(10);
  expect(requestsRight(kept.filter(({ isChanged }) => isChanged))).toEqual([]);
});

test('verify tells of each span of a job that runs under another request, and of no other', () => {
  const known = measured.filter(({ row }) => LOSING.includes(row));
  for (const { row, version, before } of known) {
    const faults = misplaced.get(before) ?? [];
    // Two spans a job.
    expect([row.library, version, row.form, faults.length]).toEqual([
      ...[row.library, version, row.form],
      (before.requests - before.right) * 2,
    ]);
    for (const { span, dispatch } of faults) {
      expect(dispatch?.library).toBe(row.library);
      // What wraps a job is dispatched by whoever calls it.
      expect([row.program, 'serve.cjs']).toContain(fileOf(dispatch?.place));
      expect(dispatch?.ranIn?.traceId).toBe(span.traceId);
      expect(dispatch?.dispatchedIn?.traceId).not.toBe(span.traceId);
    }
  }
  expect(known.filter(({ before }) => (misplaced.get(before) ?? []).length > 0).length).toBeGreaterThan(20);
  for (const { after, isChanged } of known) if (isChanged) expect(misplaced.get(after)).toEqual([]);
  // What the codemod does not know is not watched.
  for (const { row, before } of measured) if (OTHERS.includes(row)) expect(misplaced.get(before)).toEqual([]);
});

test('the README has the table', () => {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  expect(readme).toBe(insertTable(readme, 'queues', formatQueues(measured)));
});
