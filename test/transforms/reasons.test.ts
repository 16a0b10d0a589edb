import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REASONS } from '../../transforms/engine/sites/reasons.js';
import { REPOSITORY } from '../support/fixtures.js';

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');

it('are all documented, and no others', () => {
  const sections = [...read('docs/reasons.md').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(sections.toSorted()).toEqual(Object.keys(REASONS).toSorted());
});

it('are in the README, and no others', () => {
  const rows = [...read('README.md').matchAll(/^\| \[`([a-z-]+)`\]\(docs\/reasons\.md#([a-z-]+)\) /gm)];
  expect(rows.map(([, code]) => code).toSorted()).toEqual(Object.keys(REASONS).toSorted());
  for (const [, code, anchor] of rows) expect(anchor).toBe(code);
});

it.each(Object.entries(REASONS))(
  '%s is one sentence that says what was found and what to do',
  (_, reason) => {
    const sentence = reason('`detail`');
    expect(sentence).toMatch(/^[^\n.]+$/);
    expect(sentence).toMatch(/[;(]/);
  },
);
