import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertTable } from '../../bench/markdown-table.js';
import { measure } from '../../bench/queue-measure.js';
import type { Measured } from '../../bench/queue-measure.js';
import { LOSING, OTHERS } from '../../bench/queue-rows.js';
import { findFaults, formatQueues } from '../../bench/queue-table.js';
import { description } from '../../transforms/queues/family.js';
import { REPOSITORY } from '../support/fixtures.js';

let measured: readonly Measured[];

beforeAll(async () => {
  measured = await measure([...LOSING, ...OTHERS]);
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

test('the README has the table', () => {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  expect(readme).toBe(insertTable(readme, 'queues', formatQueues(measured)));
});
