import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertTable } from '../../bench/markdown-table.js';
import { findSupport } from '../../bench/support-facts.js';
import { formatSupport } from '../../bench/support-table.js';
import { readFixtures, REPOSITORY } from '../support/fixtures.js';
import type { Fixture } from '../support/fixtures.js';

const pools = findSupport(REPOSITORY);

const textOf = ({ input, output }: Fixture): string => Object.values({ ...input, ...output }).join('\n');

test('the README has the table that is made of the families: npm run docs:pools', () => {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  expect(readme).toBe(insertTable(readme, 'pools', formatSupport(pools)));
});

test('there is a row for every pool library that the runtime extends', () => {
  const { peerDependencies } = JSON.parse(
    readFileSync(join(REPOSITORY, 'runtime', 'package.json'), 'utf8'),
  ) as { peerDependencies: Record<string, string> };
  const supported = pools.map(({ description }) => [description.name, description.supported]);
  const others = ['@opentelemetry/api', '@jest/globals', 'vitest'].map((name) => [name, expect.any(String)]);
  expect(Object.fromEntries([...others, ...supported])).toEqual(peerDependencies);
});

describe.each(pools)('$description.name', ({ description, versions, refusals }) => {
  // Each is run before and after the migration by fixtures.test.ts.
  const executed = readFixtures(description.name).filter(({ trace }) => trace !== undefined);

  test('has run in its oldest and newest versions', () => {
    const manifest = join(REPOSITORY, 'test', 'pool-versions', 'package.json');
    const others = versions.slice(0, -1).map((version) => `"npm:${description.name}@${version}"`);
    for (const other of others) expect(readFileSync(manifest, 'utf8')).toContain(other);
  });

  test('has a program for each construction that is rewritten', () => {
    const { classExports, partExports = [], executorNames = {}, executor } = description;
    const built = [...classExports, ...partExports].map((name) => executorNames[name] ?? executor.name);
    for (const name of new Set(built))
      expect(executed.filter((fixture) => textOf(fixture).includes(`new ${name}(`))).not.toEqual([]);
  });

  test('has a program for each verb that is rewritten or stays', () => {
    const sites = executed.map((fixture) => fixture.sites ?? '').join('');
    if ('anyBut' in description.dispatch) expect(sites).toContain('dispatch already-traced');
    else {
      const { to, kept = [] } = description.dispatch;
      expect(sites).toContain(`dispatch rewritten ${to}`);
      if (description.map) expect(sites).toContain(`dispatch rewritten ${description.map}`);
      for (const verb of kept)
        expect(executed.filter((fixture) => textOf(fixture).includes(`.${verb}(`))).not.toEqual([]);
    }
  });

  test('has a program with places that are refused', () => {
    const codes = executed.flatMap(({ sites = '' }) => [...sites.matchAll(/ refused (\S+)/g)]);
    expect(codes.map(([, code]) => code)).not.toEqual([]);
    expect(refusals).toEqual(expect.arrayContaining(codes.map(([, code]) => code)));
  });

  test('has a program for each kind of worker', () => {
    const traces = executed.map(({ trace }) => trace).join('');
    expect(traces).toContain(' | worker | ');
    if (description.workerSide.includes('process')) expect(traces).toContain(' | process | ');
  });
});
