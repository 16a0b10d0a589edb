import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { findBarriers, tryToBreakOut } from '../support/browser.js';
import { POTTERY, writeReports } from '../support/pottery.js';
import type { Reports } from '../support/pottery.js';
import { useBrowser } from '../support/use-browser.js';

const open = useBrowser();
let reports: Reports;

beforeAll(() => {
  reports = writeReports(POTTERY);
});

const file = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
const block = (page: Page, name: string, text: string) =>
  file(page, name).locator('section', { hasText: text });
it('is one file that asks for no other, and raises no error', async () => {
  const { page, errors, requests } = await open(reports.html);
  await page.getByRole('heading', { level: 2, name: 'src/kiln.ts' }).waitFor();
  expect(requests).toEqual([pathToFileURL(reports.html).href]);
  expect(errors).toEqual([]);
});

it('could not ask for another, nor run another script, if it would', async () => {
  const { page } = await open(reports.html);
  const { outcomes, asked } = await tryToBreakOut(page);
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  expect(asked).toEqual([]);
});

it('shows what changes, the parts that differ set off', async () => {
  const { page } = await open(reports.html);
  const construct = block(page, 'src/kiln.ts', 'Rewritten');
  const [gone, come] = [construct.locator('tr td.removed.code'), construct.locator('tr td.added.code')];
  expect(await gone.allTextContents()).toEqual([
    "−import Piscina from 'piscina';",
    "−export const kiln = new Piscina({ filename: 'pots.js' });",
  ]);
  expect(await come.last().locator('mark').allTextContents()).toEqual(['TracedThreadPoolExecutor']);
});

it('colours a comment over several lines, and what follows it', async () => {
  const { page } = await open(reports.html);
  const kiln = file(page, 'src/kiln.ts');
  const comments = kiln.locator('tr td:nth-child(2) .syntax-C');
  expect(await comments.allTextContents()).toEqual(['/** Fires pots,', ' * many at once. */']);
  expect(await kiln.locator('td.added .syntax-K').allTextContents()).toEqual([
    ...['import', 'from', 'export', 'const', 'new'],
  ]);
});

it('says of each site what became of it, by what proof, and why', async () => {
  const { page } = await open(reports.html);
  const rewritten = block(page, 'src/fire.ts', 'dispatch → submit');
  // What is clicked is on the screen, and so has a text as it is shown.
  await rewritten.getByText(/^Proof: \d places$/).click();
  expect(await rewritten.locator('.site-facts').innerText()).toContain('piscina · line 3, column 38');
  expect(await rewritten.locator('.proof li').first().innerText()).toBe(
    "src/fire.ts:1 is imported here\nimport { kiln } from './kiln.js';",
  );
  const refused = block(page, 'src/fire.ts', 'Refused');
  expect(await refused.locator('.site-code').textContent()).toBe('unproven-receiver');
  expect(await refused.locator('.reason').textContent()).toMatch(
    /^It cannot be proven what this is called on/,
  );
  expect(await refused.locator('td.noted.code').textContent()).toContain('oven.run(pot)');
});

it('shows it side by side or unified, and keeps to that', async () => {
  const { page } = await open(reports.html);
  const cells = (): Promise<number> =>
    file(page, 'src/kiln.ts').locator('tbody tr').first().locator('td').count();
  expect(await cells()).toBe(4);
  await page.getByRole('button', { name: 'Unified' }).click();
  expect(await cells()).toBe(3);
  await page.reload();
  expect(await cells()).toBe(3);
});

it('turns light and dark with the system, or as told', async () => {
  const { page } = await open(reports.html, { colorScheme: 'dark' });
  const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const dark = await ground();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  const light = await ground();
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await ground()).toBe(light);
  await page.getByRole('button', { name: 'Theme: light' }).click();
  expect(await ground()).toBe(dark);
});

it('names what was not looked into', async () => {
  const { page } = await open(reports.html);
  await page.getByText('Not looked into: 1 place').click();
  expect(await page.locator('.notes li').innerText()).toMatch(/^lib\/kiln\.min\.js: is minified/);
});

it.each([
  ['wide and light', 1280, 'light'],
  ['wide and dark', 1280, 'dark'],
  ['narrow and light', 400, 'light'],
  ['narrow and dark', 400, 'dark'],
] as const)(
  'keeps nobody out, by axe, and needs no scrolling sideways: %s',
  async (_, width, colorScheme) => {
    const viewport = { width, height: 800 };
    const { page } = await open(reports.html, { viewport, colorScheme });
    await page.locator('.proof summary').first().click();
    await page.keyboard.press('x');
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  },
);

it('has help that keeps nobody out either', async () => {
  const { page } = await open(reports.html);
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog', { name: 'Keys' }).innerText()).toContain('next place');
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});
