import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { findBarriers, tryToBreakOut } from '../support/browser.js';
import { createScratchFolder } from '../support/scratch.js';
import { createRun, createSpan, formatRun, KILN_RUN } from '../support/seen-spans.js';
import { useBrowser } from '../support/use-browser.js';

const open = useBrowser();
let path: string;

beforeAll(() => {
  path = join(createScratchFolder(), 'traces.html');
  writeFileSync(path, formatRun(KILN_RUN));
});

const row = (page: Page, name: string): Locator =>
  page.locator('.row.span').filter({ has: page.locator('.span-name', { hasText: new RegExp(`^${name}$`) }) });
const details = (page: Page): Locator => page.locator('.details');
const fact = (page: Page, key: string): Promise<string> =>
  details(page)
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${key}$`) }) })
    .locator('dd')
    .innerText();
const current = (page: Page): Promise<unknown> =>
  page.evaluate("document.activeElement.closest('.row')?.querySelector('.span-name')?.textContent");
const box = async (locator: Locator): Promise<{ x: number; width: number }> => {
  const { x, width } = (await locator.boundingBox()) ?? { x: 0, width: 0 };
  return { x, width };
};

it('is one file that asks for no other, and raises no error', async () => {
  const { page, errors, requests } = await open(path);
  await row(page, 'knead').waitFor();
  expect(requests).toEqual([pathToFileURL(path).href]);
  expect(errors).toEqual([]);
  expect(await page.title()).toBe('Traces of node kiln.js');
});

it('could not ask for another, nor make markup, if it would', async () => {
  const { page } = await open(path);
  expect(await tryToBreakOut(page)).toEqual({ outcomes: ['refused', 'refused', 'refused'], asked: [] });
});

it('tells what the run came to, in figures and kinds of faults', async () => {
  const { page } = await open(path);
  expect(await page.locator('.summary span').allTextContents()).toEqual([
    '13 spans',
    '5 traces',
    '4 roots',
    '2 threads',
  ]);
  const verdict = page.getByRole('region', { name: 'Verdict' });
  expect(await verdict.getByRole('button').allTextContents()).toEqual([
    ...['wrong-request × 1', 'never-exported × 2', 'parentless × 1', 'orphan × 1', 'never-ended × 1'],
  ]);
  const text = await verdict.innerText();
  expect(text).toContain('5 of 13 spans lost or misplaced.');
  expect(text).toContain('An exporter could not deliver 2 spans: ECONNREFUSED');
  expect(text).toContain('end it in a finally block');
});

it('lists the traces, with their times, spans, faults and starts', async () => {
  const { page } = await open(path);
  const list = page.getByRole('navigation', { name: 'Traces' });
  expect((await list.getByRole('link').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'POST /pots/1 40.0 ms +0 · 3 spans 1 fault',
    'POST /pots/2 40.0 ms +5.0 ms · 1 span',
    'GET /shelf 100 ms +60.0 ms · 6 spans 1 fault',
    'knead 3.0 ms +200 ms · 2 spans 3 faults',
    'shape 500 µs +205 ms · 1 span 1 fault',
  ]);
  await list.getByRole('link', { name: 'knead' }).click();
  expect(await current(page)).toBe('knead');
});

it('puts each bar where its time is, on an axis', async () => {
  const { page } = await open(path);
  const shelf = page.getByRole('article', { name: 'Trace 3, GET /shelf' });
  expect(await shelf.locator('.tick-mark').allTextContents()).toEqual([
    '0',
    '20 ms',
    '40 ms',
    '60 ms',
    '80 ms',
    '',
  ]);
  const [whole, dry, turn, leftOpen] = await Promise.all(
    ['GET /shelf', 'dry', 'turn', 'left open'].map((name) => box(row(page, name).locator('.bar'))),
  );
  const share = (part: { x: number; width: number } | undefined): number[] => [
    Math.round((((part?.x ?? 0) - (whole?.x ?? 0)) / (whole?.width ?? 1)) * 100),
    Math.round(((part?.width ?? 0) / (whole?.width ?? 1)) * 100),
  ];
  expect([share(dry), share(turn), share(leftOpen)]).toEqual([
    [3, 27],
    [4, 16],
    [40, 60],
  ]);
  const tick = await box(shelf.locator('.tick-mark').nth(2));
  expect(share(tick)[0]).toBe(40);
});

it.each([1280, 400])('has one time axis for all spans of a trace, in a width of %d', async (width) => {
  const { page } = await open(path, { viewport: { width, height: 800 } });
  await row(page, 'spin').waitFor();
  const lanes = await page.evaluate(
    "[...document.querySelectorAll('#trace-2 .lane')].map((lane) => lane.getBoundingClientRect()).map(({ x, width }) => `${x} ${width}`)",
  );
  expect(lanes).toHaveLength(7);
  expect(new Set(lanes as string[]).size).toBe(1);
});

it.each([1280, 950, 400])(
  'leaves room for names and marks, however long and deep, in a width of %d',
  async (width) => {
    const names = Array.from({ length: 30 }, (_, at) => `${at} ${'glaze '.repeat(20)}`);
    const spans = names.map((name, at) =>
      createSpan(1, at + 1, [at, at + 1], { name, parent: at, status: { code: 2 }, arrival: 'nowhere' }),
    );
    const other = join(createScratchFolder(), 'traces.html');
    writeFileSync(other, formatRun(createRun(spans)));
    const { page } = await open(other, { viewport: { width, height: 900 } });
    await page.locator('.row.span').first().waitFor();
    const sizes = (await page.evaluate(`[...document.querySelectorAll('.row.span')].map((row) => {
    const right = row.querySelector('.name-cell').getBoundingClientRect().right;
    const [name, ...marks] = [...row.querySelectorAll('.span-name, .error, .fault')].map((one) => one.getBoundingClientRect());
    return [name.width, ...marks.map((mark) => right - mark.left)];
  })`)) as number[][];
    expect(sizes).toHaveLength(names.length);
    expect(Math.min(...sizes.flat())).toBeGreaterThan(16);
  },
);

it('tells threads, errors, open spans and faults by words, and not by colour alone', async () => {
  const { page } = await open(path);
  expect(await row(page, 'spin').innerText()).toContain('worker-1');
  expect(await row(page, 'count').innerText()).toMatch(/error/);
  expect(await row(page, 'left open').locator('.time-cell').innerText()).toBe('open');
  expect(await row(page, 'knead').locator('.fault').allTextContents()).toEqual([
    'parentless',
    'never-exported',
  ]);
  const colours = await page.evaluate(
    "['.bar.thread-0', '.bar.thread-1'].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)",
  );
  expect(new Set(colours as string[]).size).toBe(2);
});

it('shows all of a span when asked to, and hides it again', async () => {
  const { page } = await open(path);
  const first = row(page, 'POST /pots/1');
  await first.click();
  expect(await fact(page, 'http\\.response\\.status_code')).toBe('201');
  expect(await fact(page, 'scope')).toBe('kiln 1.2.3');
  expect(await fact(page, 'kind')).toBe('server');
  expect(await fact(page, 'trace state')).toBe('kiln=hot');
  expect(await fact(page, 'parent')).toBe('none: it is a root');
  expect(await fact(page, 'exporter')).toBe('delivered by an exporter');
  expect(await fact(page, 'begins')).toBe('+0 into the trace, which began at 2026-11-26T12:00:00.000000000Z');
  expect(await details(page).getByText('service.name').isVisible()).toBe(false);
  await details(page).getByText('Resource: 1 attribute').click();
  expect(await fact(page, 'service\\.name')).toBe('pottery');
  await first.click();
  expect(await details(page).count()).toBe(0);
});

it('shows events, status, and why a span has not come', async () => {
  const { page } = await open(path);
  await row(page, 'GET /shelf').click();
  expect(await details(page).innerText()).toContain('+10.0 ms door opened');
  await row(page, 'GET /shelf').click();
  await row(page, 'count').click();
  expect(await fact(page, 'status')).toBe('error: the shelf is empty');
  await row(page, 'count').click();
  await row(page, 'knead').click();
  expect(await fact(page, 'exporter')).toBe('reached no exporter');
  expect(await fact(page, 'made at')).toBe('src/clay.js:3');
  expect(await details(page).innerText()).toContain(
    'This span ended and never reached an exporter: OTLPTraceExporter behind BatchSpanProcessor got nothing of it.',
  );
});

it('leads from a span to those that it names, as far as they were seen', async () => {
  const { page } = await open(path);
  await row(page, 'spin').click();
  expect(await details(page).innerText()).toContain(`of trace ${'63'.padStart(32, '0')}, which was not seen`);
  await details(page).getByRole('button', { name: 'turn' }).click();
  expect(await current(page)).toBe('turn');
  await row(page, 'spin').click();
  await row(page, 'fire').last().click();
  expect(await details(page).innerText()).toContain(
    'dispatched by queue.add of p-queue at src/pots.js:4, in POST /pots/2',
  );
  await page.getByRole('searchbox').fill('fire');
  await details(page).getByRole('button', { name: 'POST /pots/2' }).click();
  expect(await current(page)).toBe('POST /pots/2');
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

it('says so where all is well, and where nothing was seen', async () => {
  for (const [spans, verdict] of [
    [[createSpan(1, 1, [0, 1], { name: 'one', kind: 1 })], '✓ Every span is where it belongs'],
    [[], 'No span was seen'],
  ] as const) {
    const other = join(createScratchFolder(), 'traces.html');
    writeFileSync(other, formatRun(createRun(spans)));
    const { page, errors } = await open(other);
    expect(await page.getByRole('region', { name: 'Verdict' }).innerText()).toContain(verdict);
    expect(await page.locator('.empty').isVisible()).toBe(false);
    expect(errors).toEqual([]);
  }
});

it('turns light and dark with the system, or as told', async () => {
  const { page } = await open(path, { colorScheme: 'dark' });
  const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const dark = await ground();
  await page.keyboard.press('t');
  const light = await ground();
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await ground()).toBe(light);
});

it('prints all traces, and nothing to click on', async () => {
  const { page } = await open(path);
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.row.span:visible').count()).toBe(13);
  const kept =
    "[...document.querySelectorAll('.trace, .chunk')].map((one) => getComputedStyle(one).contentVisibility)";
  expect(new Set((await page.evaluate(kept)) as string[])).toEqual(new Set(['visible']));
  expect(await page.locator('.filters:visible, .sidebar:visible, .actions:visible').count()).toBe(0);
});

it.each([
  ['wide and light', 1280, 'light'],
  ['wide and dark', 1280, 'dark'],
  ['narrow and light', 400, 'light'],
  ['narrow and dark', 400, 'dark'],
] as const)(
  'keeps nobody out, by axe, and needs no scrolling sideways: %s',
  async (_, width, colorScheme) => {
    const { page } = await open(path, { viewport: { width, height: 800 }, colorScheme });
    for (const name of ['spin', 'knead', 'count']) await row(page, name).click();
    await page.getByLabel('Spans', { exact: true }).selectOption('faulty');
    await page.getByLabel('Spans', { exact: true }).selectOption('');
    await page.keyboard.press('n');
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.getByRole('searchbox').fill('spin');
    expect(await findBarriers(page)).toEqual([]);
  },
);

it('has help that keeps nobody out either', async () => {
  const { page } = await open(path);
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog', { name: 'Keys' }).innerText()).toContain('next, previous span');
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});
