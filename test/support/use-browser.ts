import type { Browser, BrowserContextOptions } from 'playwright-core';
import { closePages, launchBrowser, openPage } from './browser.js';
import type { OpenPage } from './browser.js';
import { removeScratchFolders } from './scratch.js';

/** Opens pages in a browser that lives as long as the tests of a file, each in a context of its own until its test ends. */
export function useBrowser(): (path: string, options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => browser && closePages(browser));
  afterAll(async () => {
    await browser?.close();
    removeScratchFolders();
  });
  return (path, options) => {
    if (!browser) throw new Error('pages are opened in tests');
    return openPage(browser, path, options);
  };
}
