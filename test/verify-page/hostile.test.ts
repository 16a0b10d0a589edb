import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScratchFolder } from '../support/scratch.js';
import { createRun, createSpan, createThread, toSources } from '../support/seen-spans.js';
import { formatWaterfall } from '../../transforms/verify/html/format-waterfall.js';
import { listNotable, OWN_PARTS } from '../support/page-files.js';
import { useBrowser } from '../support/use-browser.js';

const MARKUP = `</script><script>window.hit = 1</script><!-- <img src=x onerror=hit=1>'"&`;
const BIDI = '\u202Egnp.exe\u2066\u200B';
const LONG = 'x'.repeat(50_000);

const SPANS = [
  createSpan(1, 1, [0, 10], {
    ...{ name: `${MARKUP}${BIDI}`, kind: 1, scope: MARKUP, place: `/srv/${MARKUP}:1:1`, traceState: MARKUP },
    attributes: {
      [MARKUP]: BIDI,
      ['__proto__']: 'own',
      constructor: MARKUP,
      long: LONG,
      list: [MARKUP],
      none: null,
    },
    events: [{ name: MARKUP, time: [0, 0], attributes: { [BIDI]: MARKUP } }],
    status: { code: 2, message: MARKUP },
    resource: { [MARKUP]: MARKUP },
  }),
  createSpan(1, 2, [1, -5], { name: LONG, parent: 1, kind: 99, status: { code: 77 } }),
  createSpan(1, 3, [2, 3], { name: '', parent: 1 }),
  createSpan(2, 4, [-6e16, 6e16], {
    name: 'constructor',
    kind: 1,
    resource: JSON.parse('{"__proto__":"own"}') as Record<string, string>,
  }),
];

const open = useBrowser();
let path: string;

beforeAll(() => {
  path = join(createScratchFolder(), 'traces.html');
  const threads = [createThread(0, { script: MARKUP })];
  const run = createRun(SPANS, { threads, notes: [MARKUP], failures: new Map([[MARKUP, 1]]) });
  writeFileSync(path, formatWaterfall(toSources(run, { title: `${MARKUP}${BIDI}` })));
});

it('what spans are called and carry never becomes markup or script', async () => {
  const { page, errors } = await open(path);
  for (const row of await page.locator('.row.span').all()) await row.click({ position: { x: 200, y: 10 } });
  expect(await page.locator('.details').count()).toBe(SPANS.length);
  expect(await page.locator('main img, main script, nav img, header img').count()).toBe(0);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(await page.getByText(MARKUP, { exact: true }).count()).toBeGreaterThan(5);
  expect(errors).toEqual([]);
});

it('the file has two scripts and one style, whatever the spans carry', () => {
  expect(listNotable(readFileSync(path, 'utf8'))).toEqual(OWN_PARTS);
});

it('shows characters that hide, or turn what is to be read', async () => {
  const { page } = await open(path);
  await page
    .locator('.row.span')
    .first()
    .click({ position: { x: 200, y: 10 } });
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/[\u202E\u2066\u200B]/);
  expect(text).toContain('U+202Egnp.exeU+2066U+200B');
  expect(await page.title()).not.toMatch(/[\u202E\u2066\u200B]/);
});

it.each([1280, 400])(
  'keeps long texts within a width of %d, and shows all of one when asked to',
  async (width) => {
    const { page } = await open(path, { viewport: { width, height: 800 } });
    await page
      .locator('.row.span')
      .first()
      .click({ position: { x: 200, y: 10 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.getByRole('button', { name: 'Show all 50,000 characters' }).click();
    expect(await page.locator('dd', { hasText: LONG }).count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  },
);

it('shows attributes of any name', async () => {
  const { page } = await open(path);
  await page
    .locator('.row.span')
    .first()
    .click({ position: { x: 200, y: 10 } });
  const keys = await page.locator('.details dt').allTextContents();
  expect(keys).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'list', 'none']));
});
