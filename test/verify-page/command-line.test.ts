import { HOSTILE_SPAN, TRACED_KILN, writeWaterfall } from '../support/traced-kiln.js';
import { useBrowser } from '../support/use-browser.js';

const open = useBrowser();

it('verify --html writes the page of a run, with its workers', async () => {
  const { page, errors } = await open(writeWaterfall(TRACED_KILN, ['node', 'kiln.js']));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('node kiln.js');
  await page.locator('.row.span', { hasText: 'knead' }).waitFor();
  expect(await page.locator('.summary').innerText()).toContain('2 threads');
  expect(await page.locator('.cards .fault').allTextContents()).toEqual(
    expect.arrayContaining(['never-exported', 'parentless', 'orphan', 'never-ended']),
  );
  const row = page.locator('.row.span', { hasText: 'onerror=hit' }).last();
  expect(await row.locator('.span-name').textContent()).toBe(HOSTILE_SPAN.replace('\u202E', 'U+202E'));
  await page.locator('.row.span', { hasText: 'knead' }).click();
  expect(await page.locator('.details').innerText()).toContain(
    'InMemorySpanExporter behind BatchSpanProcessor got nothing of it',
  );
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(errors).toEqual([]);
});
