import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SeenSpan } from '../../transforms/verify/contracts.js';
import { createScratchFolder } from '../support/scratch.js';
import { createRun, createSpan, createThread, formatRun } from '../support/seen-spans.js';
import { useBrowser } from '../support/use-browser.js';

const MANY = 10_000;
const TRACES = 1_000;
const SPANS_OF_TRACE = 10;

function createTrace(number: number, count: number, parentOf: (index: number) => number): SeenSpan[] {
  const first = number * MANY + 1;
  return Array.from({ length: count }, (_, index) => {
    const start = number + (index / count) * 40;
    const times = index === 0 ? ([number, number + 41] as const) : ([start, start + 1] as const);
    return createSpan(number + 1, first + index, times, {
      name: index === 0 ? `GET /pots/${number}` : `step ${index}`,
      ...(index === 0 ? { kind: 1 } : { parent: first + parentOf(index) }),
      threadId: index % 3,
      attributes: { 'glaze.kind': 'ash', statement: `select ${index} from pots` },
      // The last is the only one that has not come.
      ...(number === 0 && index === count - 1 && { arrival: 'nowhere' as const }),
    });
  });
}

const THREADS = { threads: [0, 1, 2].map((threadId) => createThread(threadId)) };
const RUNS = {
  traces: Array.from({ length: TRACES }, (_, at) =>
    createTrace(at, SPANS_OF_TRACE, (index) => index - 1),
  ).flat(),
  wide: createTrace(0, MANY, (index) => (index % 10 === 1 ? 0 : index - 1)),
  deep: createTrace(0, MANY, (index) => index - 1),
};

const open = useBrowser();
let folder: string;

beforeAll(() => {
  folder = createScratchFolder();
  for (const [name, spans] of Object.entries(RUNS))
    writeFileSync(join(folder, `${name}.html`), formatRun(createRun(spans, THREADS)));
});

const current = (page: Page): Promise<unknown> =>
  page.evaluate("document.activeElement.closest('.row')?.querySelector('.span-name')?.textContent");
const countMade = (page: Page): Promise<number> =>
  page.evaluate("document.querySelectorAll('.row.span').length");
const IN_SIGHT =
  'const { top, bottom } = document.activeElement.getBoundingClientRect(); top >= 0 && bottom <= innerHeight';

it.each(['wide', 'deep'] as const)(
  'makes of a %s trace what is near to be seen, and what is gone to',
  async (name) => {
    const { page, errors } = await open(join(folder, `${name}.html`));
    await page.locator('.row.span').first().waitFor();
    expect(await countMade(page)).toBeLessThan(MANY / 20);
    await page.keyboard.press('n');
    expect(await current(page)).toBe(`step ${MANY - 1}`);
    expect(await page.evaluate(IN_SIGHT)).toBe(true);
    await page.keyboard.press('Home');
    await page.keyboard.press('c');
    await page.keyboard.press('End');
    expect(await current(page)).toMatch(name === 'wide' ? /^step 9991$/ : /^step 1$/);
    expect(await page.evaluate(IN_SIGHT)).toBe(true);
    expect(await countMade(page)).toBeLessThan(MANY / 20);
    expect(errors).toEqual([]);
  },
);

it('finds in a huge trace what was not made yet', async () => {
  const { page } = await open(join(folder, 'wide.html'));
  await page.locator('input[type=search]').fill('select 7777 from');
  await page.locator('.row.span', { hasText: 'step 7777' }).waitFor();
  expect(await page.locator('.count').textContent()).toBe('1 of 10,000 spans in 1 trace');
});

it('lists a thousand traces, makes few, and goes to each', async () => {
  const { page, errors } = await open(join(folder, 'traces.html'));
  await page.locator('.row.span').first().waitFor();
  expect(await page.locator('.sidebar a').count()).toBe(TRACES);
  expect(await countMade(page)).toBeLessThan((TRACES * SPANS_OF_TRACE) / 20);
  await page.locator('.sidebar a').nth(777).click();
  expect(await current(page)).toBe('GET /pots/777');
  expect(await page.evaluate(IN_SIGHT)).toBe(true);
  await page.keyboard.press('J');
  expect(await current(page)).toBe('GET /pots/778');
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await page.locator('#trace-999 .row.span').first().waitFor();
  await page.locator('input[type=search]').fill('pots/500');
  await page.locator('#trace-500 .row.span').first().waitFor();
  expect(await page.locator('.count').textContent()).toBe('1 of 10,000 spans in 1 trace');
  expect(errors).toEqual([]);
});

it('takes less than a kB for each span', () => {
  for (const name of Object.keys(RUNS))
    expect(statSync(join(folder, `${name}.html`)).size / MANY).toBeLessThan(1000);
});
