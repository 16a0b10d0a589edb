import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { closePages, launchBrowser, openPage } from '../support/browser.js';
import { HOSTILE_NAME, POTTERY, writeReports } from '../support/pottery.js';
import type { Reports } from '../support/pottery.js';
import { removeScratchFolders } from '../support/scratch.js';

let browser: Browser;
let reports: Reports;

beforeAll(async () => {
  browser = await launchBrowser();
  reports = writeReports(POTTERY);
});

afterEach(() => closePages(browser));

afterAll(async () => {
  await browser?.close();
  removeScratchFolders();
});

const SHOWN_NAME = HOSTILE_NAME.replace('\u202E', 'U+202E');

it('code and names of files never become markup or script', async () => {
  const { page, errors } = await openPage(browser, reports.html);
  await page.getByRole('heading', { level: 2, name: SHOWN_NAME, exact: true }).waitFor();
  expect(await page.locator('main img, main script, nav img').count()).toBe(0);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(errors).toEqual([]);
});

it('the file has two scripts and one style, whatever is in the code', () => {
  const html = readFileSync(reports.html, 'utf8');
  expect(html.match(/<\/?(script|style)\b/gi)).toEqual([
    ...['<style', '</style', '<script', '</script', '<script', '</script'],
  ]);
  expect(html).not.toContain('<!--');
  expect(html).not.toContain('<img');
  expect(html).not.toMatch(/[\u2028\u202E\u2066\u200B\r]/);
});

it('shows characters that hide, or turn what is to be read', async () => {
  const { page } = await openPage(browser, reports.html);
  const line = page.getByRole('article').filter({ hasText: SHOWN_NAME }).locator('td.added.code').last();
  expect(await line.innerText()).toBe(
    "+export const pool = new TracedThreadPoolExecutor({ filename: 'U+202EevilU+2066U+200B' }); // U+2028 loneU+000Dreturn",
  );
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/[\u2028\u202E\u2066\u200B]/);
});

it('says once that lines end in CRLF, and not at each', async () => {
  const { page } = await openPage(browser, reports.html);
  const file = page.getByRole('article').filter({ hasText: 'knead.js' });
  expect(await file.locator('.file-facts').innerText()).toContain('CRLF');
  expect(await file.locator('.hidden-character').count()).toBe(0);
});
