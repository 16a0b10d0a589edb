import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, FileOutcome, Site } from '../../transforms/engine/contracts.js';
import { formatReport } from '../../transforms/review/report.js';
import { createScratchFolder } from '../support/scratch.js';
import { useBrowser } from '../support/use-browser.js';

const COUNT = 1000;

const FILES = Array.from({ length: COUNT }, (_, index): FileOutcome => {
  const body = Array.from({ length: 9 }, (__, line) => `const pot${line} = glaze(${index}, 'clay');\n`).join(
    '',
  );
  const before = `${body}export const kiln = new Piscina();\n${body}`;
  const start = before.indexOf('Piscina');
  const path = `shelf-${Math.floor(index / 50)}/pot-${String(index).padStart(4, '0')}.ts`;
  const edit = {
    start,
    end: start + 7,
    text: 'TracedThreadPoolExecutor',
    site: path,
    kind: 'construct',
  } as const;
  const after = before.replace('Piscina', edit.text);
  return { path, families: ['piscina'], before, after, edits: [edit], linked: [] };
}).toSorted((a, b) => (a.path < b.path ? -1 : 1));

const SITES = FILES.map(({ path }): Site => {
  const outcome = { outcome: 'rewritten', code: null, reason: null, variant: null } as const;
  return { id: path, path, line: 10, column: 21, family: 'piscina', kind: 'construct', ...outcome };
});

const ANALYSIS: Analysis = {
  ...{ root: '/srv/pottery', filesScanned: COUNT, files: FILES, sites: SITES },
  ...{ skipped: [], proofs: new Map(), ties: [], failed: [] },
};

const open = useBrowser();
let path: string;

beforeAll(() => {
  path = join(createScratchFolder(), 'review.html');
  writeFileSync(path, formatReport(path, ANALYSIS, true) ?? '');
});

it('makes what is near to be seen, and what is gone to', async () => {
  const { page, errors } = await open(path);
  const made = page.locator('section.block');
  expect(await page.locator('article').count()).toBe(COUNT);
  await made.first().waitFor();
  expect(await made.count()).toBeLessThan(COUNT / 10);
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await page.getByRole('table', { name: FILES.at(-1)?.path ?? '' }).waitFor();
  expect(await made.count()).toBeLessThan(COUNT / 10);
  expect(errors).toEqual([]);
});

it('finds by search what was not made yet, and goes there by key and by link', async () => {
  const { page } = await open(path);
  await page.getByRole('searchbox').fill('pot-0777');
  expect(await page.locator('article:visible h2').allTextContents()).toEqual(['shelf-15/pot-0777.ts']);
  expect(await page.locator('article:visible td.added.code').innerText()).toContain(
    'TracedThreadPoolExecutor',
  );
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('link', { name: 'pot-0500.ts' }).click();
  await page.keyboard.press('j');
  const label = await page.evaluate("document.activeElement.getAttribute('aria-label')");
  expect(label).toMatch(/pot-0501\.ts/);
  const isInSight =
    'const { top } = document.activeElement.getBoundingClientRect(); top >= 0 && top < innerHeight';
  expect(await page.evaluate(isInSight)).toBe(true);
});

it('takes a few kB for each file', () => {
  expect(statSync(path).size / COUNT).toBeLessThan(3000);
});
