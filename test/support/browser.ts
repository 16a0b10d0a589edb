import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** @throws where Chromium is not installed: a test of the page that is skipped proves nothing. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`the tests of the pages need ${CHROMIUM}: apt-get install -y chromium`);
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page, with what went wrong in it and what it asked for. */
export interface OpenPage {
  readonly page: Page;
  readonly errors: string[];
  readonly requests: string[];
}

/** Opens a file in a context of its own, with nothing kept. */
export async function openPage(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, errors, requests };
}

/** Closes all pages, and forgets what they kept. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

/** What keeps somebody out of a page as it is now, by axe: nothing, if all is well. */
export async function findBarriers(page: Page): Promise<unknown> {
  await page.evaluate(AXE);
  const { violations, passes } = (await page.evaluate(
    "axe.run({ resultTypes: ['violations'] })",
  )) as AxeResults;
  if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('axe has not looked at colours');
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Has a page ask a server for an image and for data, and make markup of text: what came of each, and what was asked. */
export async function tryToBreakOut(page: Page): Promise<{ outcomes: unknown; asked: unknown[] }> {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const outcomes = await page.evaluate(`(async () => {
    const image = await new Promise((resolve) => {
      const one = new Image();
      one.onerror = () => resolve('refused');
      one.onload = () => resolve('loaded');
      one.src = '${address}/image';
      document.body.append(one);
    });
    const fetched = await fetch('${address}/fetch').then(() => 'loaded', () => 'refused');
    const markup = (() => { try { document.body.innerHTML = '<p>'; return 'made'; } catch { return 'refused'; } })();
    return [image, fetched, markup];
  })()`);
  server.close();
  return { outcomes, asked };
}
