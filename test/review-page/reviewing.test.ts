import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { readFiles } from '../support/fixtures.js';
import { POTTERY, writeReports } from '../support/pottery.js';
import type { Reports } from '../support/pottery.js';
import { createScratchFolder } from '../support/scratch.js';
import { useBrowser } from '../support/use-browser.js';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const open = useBrowser();
let reports: Reports;

beforeAll(() => {
  reports = writeReports(POTTERY);
});

const tickOf = (page: Page | Frame, what: string) => page.getByLabel(`Reviewed: ${what}`, { exact: true });
const progress = (page: Page | Frame): Promise<string | null> => page.locator('.progress-text').textContent();
const current = (page: Page): Promise<unknown> =>
  page.evaluate("document.activeElement.getAttribute('aria-label')");
const shown = (page: Page): Promise<string[]> => page.locator('section.block:visible h3').allTextContents();
const titles = (page: Page): Promise<string[]> => page.locator('article:visible h2').allTextContents();

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('what is ticked', () => {
  it('is folded, counted, and still there after a reload', async () => {
    const { page } = await open(reports.html);
    const code = page.getByRole('table', { name: 'src/kiln.ts, lines 1–5' });
    await tickOf(page, 'src/kiln.ts, lines 1–5').check();
    expect(await code.isVisible()).toBe(false);
    await page.reload();
    expect(await progress(page)).toBe('1 of 6 reviewed');
    expect(await tickOf(page, 'all of src/kiln.ts').isChecked()).toBe(true);
    expect(await code.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show 7 lines' }).click();
    expect(await code.isVisible()).toBe(true);
  });

  it('stays ticked in the report of a later run, as far as the code is the same', async () => {
    const { page } = await open(reports.html);
    await tickOf(page, 'all of src/kiln.ts').check();
    await tickOf(page, 'all of src/fire.ts').check();
    writeFileSync(join(reports.root, 'src/kiln.ts'), `${POTTERY['src/kiln.ts']}// later\n`);
    const cli = join(__dirname, '../../dist/cli.js');
    const later = join(createScratchFolder(), 'later.html');
    execFileSync(process.execPath, [cli, '.', '--report', later], { cwd: reports.root, stdio: 'pipe' });
    writeFileSync(join(reports.root, 'src/kiln.ts'), POTTERY['src/kiln.ts'] ?? '');
    await page.goto(`file://${later}`);
    expect(await tickOf(page, 'all of src/kiln.ts').isChecked()).toBe(false);
    expect(await tickOf(page, 'all of src/fire.ts').isChecked()).toBe(true);
  });

  it('works without being kept where storage is denied', async () => {
    const wrapper = join(dirname(reports.html), 'denied.html');
    writeFileSync(
      wrapper,
      '<iframe sandbox="allow-scripts" src="review.html" width=1200 height=800></iframe>',
    );
    const { page, errors } = await open(wrapper);
    const frame = page.frames()[1] as Frame;
    await tickOf(frame, 'all of src/kiln.ts').dispatchEvent('click');
    expect(await progress(frame)).toBe('1 of 6 reviewed');
    await frame.getByRole('button', { name: 'Theme: system' }).dispatchEvent('click');
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await frame.evaluate('try { localStorage.length } catch (error) { error.name }')).toBe(
      'SecurityError',
    );
    expect(errors).toEqual([]);
  });
});

describe('the keys', () => {
  it('go from place to place, tick it, and skip what is ticked', async () => {
    const { page } = await open(reports.html);
    await press(page, 'j');
    expect(await current(page)).toBe('package.json, lines 1–6');
    await press(page, 'j', 'j');
    expect(await current(page)).toBe('src/clay/knead.js, lines 1–3');
    await press(page, 'x', 'k');
    expect(await current(page)).toMatch(/^src\/.*img src=x/);
    await press(page, 'n', 'X');
    expect(await current(page)).toBe('src/fire.ts, lines 1–6');
    expect(await tickOf(page, 'all of src/fire.ts').isChecked()).toBe(true);
    expect(await progress(page)).toBe('3 of 6 reviewed');
  });

  it('do not get in the way of typing, and can be turned off', async () => {
    const { page } = await open(reports.html);
    await press(page, '/', 'x', 'j');
    expect(await page.getByRole('searchbox').inputValue()).toBe('xj');
    expect(await progress(page)).toBe('0 of 6 reviewed');
    await press(page, 'Escape', '?');
    await page.getByLabel('Single keys are on').uncheck();
    await press(page, 'Escape', 'u');
    await page.reload();
    await press(page, 'u', 'j');
    expect(await page.getByRole('button', { name: 'Unified' }).isVisible()).toBe(true);
  });

  it('stay at a place when the view changes', async () => {
    const { page } = await open(reports.html);
    await press(page, 'j', 'j', 'j', 'u');
    expect(await current(page)).toBe('src/clay/knead.js, lines 1–3');
    expect(await page.locator('section:focus table.split').count()).toBe(0);
  });
});

describe('the filter', () => {
  it('goes by family, outcome, folder and text', async () => {
    const { page } = await open(reports.html);
    await page.getByLabel('Family').selectOption('queues');
    expect(await titles(page)).toEqual(['src/clay/knead.js']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('Outcome').selectOption('refused');
    expect(await titles(page)).toEqual(['src/fire.ts']);
    expect(await shown(page)).toEqual(['Lines 13–16']);
    await page.getByLabel('Folder').selectOption('src/clay/');
    expect(await page.getByText('No place matches the filter.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('searchbox').fill('LUMP.knead');
    expect(await titles(page)).toEqual(['src/clay/knead.js']);
    expect(await page.locator('.count').textContent()).toBe('1 of 6 places');
  });

  it('hides what is reviewed, and goes on to the next', async () => {
    const { page } = await open(reports.html);
    await page.getByLabel('Hide reviewed').check();
    await press(page, 'j', 'j', 'j', 'x');
    expect(await current(page)).toBe('src/fire.ts, lines 1–6');
    expect(await titles(page)).not.toContain('src/clay/knead.js');
  });
});

describe('the patch', () => {
  const copied = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

  it('is, copied whole, the one of the report', async () => {
    const { page } = await open(reports.html, CLIPBOARD);
    await page.getByRole('button', { name: 'Copy patch', exact: true }).click();
    await page.getByText('Copied the patch of 5 files.').waitFor();
    expect(await copied(page)).toBe(readFileSync(reports.patch, 'utf8'));
  });

  it('can have the reviewed files only, without those that are wrong alone', async () => {
    const { page } = await open(reports.html, CLIPBOARD);
    const reviewed = page.getByRole('button', { name: /^Copy patch: only reviewed/ });
    expect(await reviewed.isDisabled()).toBe(true);
    await tickOf(page, 'all of src/fire.ts').check();
    await reviewed.click();
    await page.getByText(/^Nothing copied\. Left out: src\/fire\.ts, only right together/).waitFor();
    for (const path of ['package.json', 'src/kiln.ts']) await tickOf(page, `all of ${path}`).check();
    await reviewed.click();
    await page.getByText('Copied the patch of 3 files.').waitFor();
    const folder = createScratchFolder(POTTERY);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: await copied(page) });
    const changed = Object.entries(readFiles(folder)).filter(([path, text]) => text !== POTTERY[path]);
    expect(changed.map(([path]) => path).toSorted()).toEqual(['package.json', 'src/fire.ts', 'src/kiln.ts']);
  });

  it('is offered to be copied by hand where the browser denies the clipboard', async () => {
    const { page } = await open(reports.html);
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
    await page.getByRole('button', { name: 'Copy patch', exact: true }).click();
    const area = page.getByRole('dialog').getByLabel('Patch');
    expect(await area.inputValue()).toContain('+++ b/src/kiln.ts');
    expect(await page.evaluate('getSelection().toString().length')).toBeGreaterThan(100);
  });
});
