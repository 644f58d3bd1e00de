import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../support/chromium/launch-browser.ts';
import { type OpenPage, openExplorer, openPage } from './open-explorer.ts';
import { type ServedOversight, serveOversight } from './serve-oversight.ts';

interface OpenOptions extends BrowserContextOptions {
  /** The test breaks something on purpose, so that errors on the console are no failure. */
  readonly mayBreak?: boolean;
}

interface Oversight {
  /** With a slash at its end. */
  readonly address: () => string;
  readonly browser: () => Browser;
  /** Opens the explorer with the test bridge, and waits until the graph is drawn. */
  readonly explorer: (options?: OpenOptions & { readonly fragment?: string }) => Promise<Page>;
  /** Opens a page by its address, or by what follows that of the server. */
  readonly visit: (path: string, options?: OpenOptions) => Promise<Page>;
  /** Closes what is open so far, and fails if it broke a rule of the house; each test ends with that by itself. */
  readonly closeAll: () => Promise<void>;
}

/**
 * A browser for the tests of the file, and the server that all files share: what is done there to a view is in the
 * browser alone, and nothing may change the graph. What a test opened is closed after it, and fails it for errors on
 * the console, breaches of the content security policy and requests to other hosts.
 */
export function shareOversight(): Oversight {
  return openWith(() => inject('oversight'));
}

/** The same with a server of its own, which may be stopped and its graph be changed. */
export function startOwnOversight(): Oversight & { readonly served: () => ServedOversight } {
  let served: ServedOversight | null = null;
  beforeAll(async () => {
    served = await serveOversight();
  });
  afterAll(() => served?.stop());
  const standing = () => {
    if (!served) throw new Error('The server has not started.');
    return served;
  };
  return { ...openWith(() => standing().address), served: standing };
}

function openWith(address: () => string): Oversight {
  let browser: Browser | null = null;
  const open: { readonly opened: OpenPage; readonly mayBreak: boolean }[] = [];
  const running = () => {
    if (!browser) throw new Error('The browser has not started.');
    return browser;
  };
  const closeAll = async () => {
    for (const { opened, mayBreak } of open.splice(0))
      await (mayBreak ? opened.page.context().close() : opened.close());
  };
  const keep = (opened: OpenPage, mayBreak: boolean) => {
    open.push({ opened, mayBreak });
    return opened.page;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(closeAll);
  afterAll(() => browser?.close());
  return {
    address,
    browser: running,
    explorer: async ({ mayBreak = false, ...rest } = {}) =>
      keep(await openExplorer(running(), address(), rest), mayBreak),
    visit: async (path, { mayBreak = false, ...rest } = {}) =>
      keep(await openPage(running(), new URL(path, address()).href, rest), mayBreak),
    closeAll,
  };
}
