import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createScratchFolder } from '../support/scratch.js';
import { formatRun, KILN_RUN } from '../support/seen-spans.js';
import { useBrowser } from '../support/use-browser.js';

const open = useBrowser();
let path: string;

beforeAll(() => {
  path = join(createScratchFolder(), 'traces.html');
  writeFileSync(path, formatRun(KILN_RUN));
});

const ALL = [
  ...[
    'POST /pots/1',
    'fire',
    'fire',
    'POST /pots/2',
    'GET /shelf',
    'count',
    'dry',
    'turn',
    'spin',
    'left open',
  ],
  ...['knead', 'fold', 'shape'],
];

const shown = async (page: Page): Promise<string[]> => {
  await page.locator('.chunk.is-made:visible').last().waitFor();
  return page.locator('.row.span:visible .span-name').allTextContents();
};
/** Waits until the page shows just these spans, as what is near to be seen is made a moment later. */
async function expectShown(page: Page, names: readonly string[]): Promise<void> {
  const text = JSON.stringify(names);
  const script = `JSON.stringify([...document.querySelectorAll('.row.span')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('.span-name').textContent)) === ${JSON.stringify(text)}`;
  await page.waitForFunction(script, undefined, { timeout: 5000 }).catch(() => undefined);
  expect(await page.locator('.row.span:visible .span-name').allTextContents()).toEqual(names);
}
const current = (page: Page): Promise<unknown> =>
  page.evaluate("document.activeElement.closest('.row')?.querySelector('.span-name').textContent");
const count = (page: Page): Promise<string | null> => page.locator('.count').textContent();

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('the filter', () => {
  it('finds names, attributes, events, ids and places, with what is above them', async () => {
    const { page } = await open(path);
    const search = page.getByRole('searchbox');
    for (const [text, names] of [
      ['SPIN', ['GET /shelf', 'dry', 'turn', 'spin']],
      ['glazes=["clay', ['POST /pots/1', 'fire']],
      ['door opened', ['GET /shelf']],
      ['clay.js:3', ['knead']],
      ['63'.padStart(32, '0'), ['GET /shelf', 'dry', 'turn', 'spin']],
      ['0000000000000008', ['GET /shelf', 'dry', 'turn']],
      ['5'.padStart(32, '0'), ['shape']],
    ] as const) {
      await search.fill(text);
      await expectShown(page, names);
    }
    expect(await count(page)).toBe('1 of 13 spans in 1 trace');
    expect(await page.locator('.sidebar a:visible .name').allTextContents()).toEqual(['shape']);
  });

  it('takes no short text for the beginning of an id', async () => {
    const { page } = await open(path);
    await page.getByRole('searchbox').fill('000');
    await expectShown(page, []);
  });

  it('goes by thread, by fault, by error, and by both', async () => {
    const { page } = await open(path);
    await page.getByLabel('Thread').selectOption({ label: 'worker-1' });
    await expectShown(page, ['GET /shelf', 'dry', 'turn', 'spin', 'knead', 'fold']);
    await page.getByLabel('Spans', { exact: true }).selectOption('never-exported');
    await expectShown(page, ['knead', 'fold']);
    await page.getByLabel('Thread').selectOption('');
    await page.getByLabel('Spans', { exact: true }).selectOption('error');
    await expectShown(page, ['GET /shelf', 'count']);
    await page.getByLabel('Spans', { exact: true }).selectOption('open');
    await expectShown(page, ['GET /shelf', 'left open']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expectShown(page, ALL);
    expect(await count(page)).toBe('13 spans in 5 traces');
  });

  it('is set by a kind of fault, and let go by the same', async () => {
    const { page } = await open(path);
    const card = page.getByRole('button', { name: 'wrong-request × 1' });
    await card.click();
    await expectShown(page, ['POST /pots/1', 'fire']);
    expect(await card.getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByLabel('Spans', { exact: true }).inputValue()).toBe('wrong-request');
    await card.click();
    await expectShown(page, ALL);
  });

  it('says so where nothing matches', async () => {
    const { page } = await open(path);
    await page.getByRole('searchbox').fill('no such pot');
    expect(await page.getByText('No span matches the filter.').isVisible()).toBe(true);
    await press(page, 'Escape', 'j', 'n', 'J', 'c', 'o');
    expect(await count(page)).toBe('0 of 13 spans in 0 traces');
  });
});

describe('the keys', () => {
  it('go from span to span, over the ends of traces', async () => {
    const { page } = await open(path);
    await press(page, 'j', 'j', 'j', 'j');
    expect(await current(page)).toBe('POST /pots/2');
    await press(page, 'ArrowUp', 'k');
    expect(await current(page)).toBe('fire');
    await press(page, 'J', 'J', 'End');
    expect(await current(page)).toBe('left open');
    await press(page, 'Home', 'K');
    expect(await current(page)).toBe('POST /pots/2');
    expect(await page.locator('.sidebar a[aria-current] .name').textContent()).toBe('POST /pots/2');
  });

  it('go from fault to fault, and around', async () => {
    const { page } = await open(path);
    const seen: unknown[] = [];
    for (let step = 0; step < 6; step += 1) {
      await press(page, 'n');
      seen.push(await current(page));
    }
    expect(seen).toEqual(['fire', 'left open', 'knead', 'fold', 'shape', 'fire']);
    await press(page, 'N');
    expect(await current(page)).toBe('shape');
  });

  it('collapse and expand, and reach what is collapsed', async () => {
    const { page } = await open(path);
    await press(page, 'J', 'J', 'J', 'c');
    expect(await current(page)).toBe('GET /shelf');
    expect(await shown(page)).not.toContain('turn');
    await press(page, 'ArrowLeft');
    expect(await page.evaluate("document.activeElement.getAttribute('aria-expanded')")).toBe('false');
    expect(await shown(page)).not.toContain('dry');
    await press(page, 'n');
    expect(await current(page)).toBe('left open');
    await press(page, 'ArrowLeft', 'j', 'j');
    expect(await current(page)).toBe('dry');
    expect(await shown(page)).not.toContain('turn');
    await press(page, 'l', 'ArrowRight', 'h', 'ArrowLeft');
    expect(await current(page)).toBe('dry');
    expect(await shown(page)).not.toContain('spin');
  });

  it('show and hide details, and keep the focus', async () => {
    const { page } = await open(path);
    await press(page, 'j', 'Enter');
    expect(await page.locator('.details').count()).toBe(1);
    expect(await current(page)).toBe('POST /pots/1');
    await press(page, 'o');
    expect(await page.locator('.details').count()).toBe(0);
    await press(page, 'j', ' ', 'k', 'ArrowLeft', 'ArrowRight');
    expect(await page.locator('.details').count()).toBe(1);
  });

  it('are one stop in each trace for the tab key', async () => {
    const { page } = await open(path);
    await press(page, 'J', 'j', 'Tab', 'Shift+Tab');
    expect(await current(page)).toBe('fire');
    const stops = page.getByRole('article').first().locator('.row[tabindex="0"]');
    expect(await stops.count()).toBe(1);
  });

  it('do not get in the way of typing, and can be turned off but for those of a row', async () => {
    const { page } = await open(path);
    await press(page, '/', 'n', 'j');
    expect(await page.getByRole('searchbox').inputValue()).toBe('nj');
    await page.getByRole('searchbox').fill('');
    await press(page, 'Escape', '?');
    await page.getByLabel('Single keys are on').uncheck();
    await press(page, 'Escape', 'j');
    expect(await current(page)).toBeUndefined();
    await page.getByRole('link', { name: 'GET /shelf' }).click();
    await press(page, 'j', 'ArrowDown');
    expect(await current(page)).toBe('count');
  });
});

describe('the mouse', () => {
  it('collapses a span, and folds a trace', async () => {
    const { page } = await open(path);
    await page.getByRole('button', { name: 'Collapse 2 below' }).first().click();
    expect(await shown(page)).toEqual(['POST /pots/1', ...ALL.slice(3)]);
    expect(await page.locator('.details').count()).toBe(0);
    const fold = page.getByRole('button', { name: 'GET /shelf' });
    await fold.click();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await expectShown(page, ['POST /pots/1', 'POST /pots/2', 'knead', 'fold', 'shape']);
    await page.getByRole('link', { name: 'GET /shelf' }).click();
    expect(await current(page)).toBe('GET /shelf');
  });

  it('folds traces that the keys then leave out, until a filter asks for what is in them', async () => {
    const { page } = await open(path);
    for (const name of ['POST /pots/2', 'GET /shelf']) await page.getByRole('button', { name }).click();
    await press(page, 'J', 'J');
    expect(await current(page)).toBe('knead');
    await press(page, 'k');
    expect(await current(page)).toBe('fire');
    await page.getByRole('searchbox').fill('spin');
    await expectShown(page, ['GET /shelf', 'dry', 'turn', 'spin']);
  });

  it('may mark text without opening anything', async () => {
    const { page } = await open(path);
    const name = page.locator('.span-name', { hasText: 'left open' });
    const { x, y, width, height } = (await name.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await name.scrollIntoViewIfNeeded();
    const now = (await name.boundingBox()) ?? { x, y };
    await page.mouse.move(now.x + 1, now.y + height / 2);
    await page.mouse.down();
    await page.mouse.move(now.x + width - 1, now.y + height / 2);
    await page.mouse.up();
    expect(await page.evaluate('getSelection().toString()')).toContain('left ope');
    expect(await page.locator('.details').count()).toBe(0);
  });
});
