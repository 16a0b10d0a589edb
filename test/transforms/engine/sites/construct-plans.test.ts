import { ts } from 'ts-morph';
import { ConstructPlans } from '../../../../transforms/engine/sites/construct-plans.js';
import type { ConstructPlan } from '../../../../transforms/engine/sites/construct-plans.js';
import type { SiteList } from '../../../../transforms/engine/sites/site-list.js';

const NODES = new Map<string, ts.Identifier>();

function nodeOf(name: string): ts.Identifier {
  const node = NODES.get(name) ?? ts.factory.createIdentifier(name);
  NODES.set(name, node);
  return node;
}

function planOf(name: string, parts: readonly string[], obstacle?: ConstructPlan['obstacle']): ConstructPlan {
  const reference = { node: nodeOf(name), isType: false, executor: 'Executor', site: '' };
  return {
    construct: nodeOf(name),
    reference,
    parts: parts.map(nodeOf),
    isPart: parts.length === 0,
    obstacle,
  };
}

/** What stands in the way of each, by its name. */
function settle(...added: ConstructPlan[]): Record<string, string | undefined> {
  const placeOf = (node: ts.Node): string => (node as ts.Identifier).text;
  const plans = new ConstructPlans({ placeOf } as SiteList);
  for (const plan of added) plans.add(plan);
  return Object.fromEntries(
    plans
      .settle()
      .map(({ construct, obstacle }) => [
        (construct as ts.Identifier).text,
        obstacle && `${obstacle.code} ${obstacle.detail}`,
      ]),
  );
}

const MOCKED = { code: 'mocked-module', detail: '' } as const;

it('lets pools and their parts be rewritten where nothing stands in the way', () => {
  expect(settle(planOf('pool', ['worker']), planOf('worker', []))).toEqual({});
});

it('refuses the parts of a refused pool, and a pool with a refused part', () => {
  expect(settle(planOf('pool', ['worker'], MOCKED), planOf('worker', []))).toEqual({
    pool: 'mocked-module ',
    worker: 'unproven-worker see pool',
  });
  expect(settle(planOf('pool', ['worker']), planOf('worker', [], MOCKED))).toEqual({
    pool: 'unproven-worker see worker',
    worker: 'mocked-module ',
  });
});

it('goes on to all that share a part, in whatever order, and no further', () => {
  expect(
    settle(
      planOf('first', ['a', 'b']),
      planOf('a', []),
      planOf('b', []),
      planOf('second', ['b', 'c']),
      planOf('c', [], MOCKED),
      planOf('third', ['d']),
      planOf('d', []),
    ),
  ).toEqual({
    first: 'unproven-worker see b',
    a: 'unproven-worker see first',
    b: 'unproven-worker see second',
    second: 'unproven-worker see c',
    c: 'mocked-module ',
  });
});
