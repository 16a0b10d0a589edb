import { readFileSync } from 'node:fs';
import { HOSTILE_NAME, POTTERY, writeReports } from '../support/pottery.js';
import type { Reports } from '../support/pottery.js';
import { listNotable, OWN_PARTS } from '../support/page-files.js';
import { useBrowser } from '../support/use-browser.js';

const open = useBrowser();
let reports: Reports;

beforeAll(() => {
  reports = writeReports(POTTERY);
});

const SHOWN_NAME = HOSTILE_NAME.replace('\u202E', 'U+202E');

it('code and names of files never become markup or script', async () => {
  const { page, errors } = await open(reports.html);
  await page.getByRole('heading', { level: 2, name: SHOWN_NAME, exact: true }).waitFor();
  expect(await page.locator('main img, main script, nav img').count()).toBe(0);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(errors).toEqual([]);
});

it('the file has two scripts and one style, whatever is in the code', () => {
  expect(listNotable(readFileSync(reports.html, 'utf8'))).toEqual(OWN_PARTS);
});

it('shows characters that hide, or turn what is to be read', async () => {
  const { page } = await open(reports.html);
  const line = page.getByRole('article').filter({ hasText: SHOWN_NAME }).locator('td.added.code').last();
  expect(await line.innerText()).toBe(
    "+export const pool = new TracedThreadPoolExecutor({ filename: 'U+202EevilU+2066U+200B' }); // U+2028 loneU+000Dreturn",
  );
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/[\u2028\u202E\u2066\u200B]/);
});

it('says once that lines end in CRLF, and not at each', async () => {
  const { page } = await open(reports.html);
  const file = page.getByRole('article').filter({ hasText: 'knead.js' });
  expect(await file.locator('.file-facts').innerText()).toContain('CRLF');
  expect(await file.locator('.hidden-character').count()).toBe(0);
});
