import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface OpenPage {
  readonly page: Page;
  /** Ends the page, and fails if it said anything on the console or asked another host. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a page of the server in a profile of its own. Whatever breaks the rules of the house, an error on the
 * console, a breach of the content security policy or a request to another host, fails when it is closed.
 */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const breaches: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') breaches.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => breaches.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || origin === new URL(address).origin;
    if (!isOwn) breaches.push(`another host: ${request.url()}`);
  });
  await page.goto(address);
  return {
    page,
    async close() {
      await context.close();
      expect(breaches).toEqual([]);
    },
  };
}

/** Opens the explorer with the test bridge, and waits until the graph is drawn. */
export async function openExplorer(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { readonly fragment?: string } = {},
): Promise<OpenPage> {
  const { fragment = '', ...rest } = options;
  const opened = await openPage(browser, `${address}?test-bridge${fragment}`, rest);
  await waitForDrawing(opened.page);
  return opened;
}

/** Until Cytoscape is there and every node has its place. */
export async function waitForDrawing(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const bridge = window.__oversight;
    if (!bridge || bridge.nodes().length === 0) return false;
    const places = bridge.nodes().map((id) => bridge.pointOf(id));
    return new Set(places.map((point) => `${point?.x} ${point?.y}`)).size > 1;
  });
  // Positions go through the exploration and back; two frames later the canvas stands still.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The middle of a node in pixels of the page. */
export async function pointOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate((node) => window.__oversight?.pointOf(node) ?? null, id);
  if (!point) throw new Error(`${id} is not on the canvas`);
  return { x: point.x, y: point.y };
}

/** Clicks on a node and waits until it is selected: two clicks close together would be a double click. */
export async function selectByMouse(
  page: Page,
  id: string,
  options: { readonly adds?: boolean } = {},
): Promise<void> {
  const { x, y } = await pointOf(page, id);
  if (options.adds) await page.keyboard.down('Shift');
  await page.mouse.click(x, y);
  if (options.adds) await page.keyboard.up('Shift');
  await page.waitForFunction((selected) => window.__oversight?.selected().includes(selected), id);
}

export function nodesOnCanvas(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.__oversight?.nodes() ?? []);
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Where all nodes on the canvas stand, in its own units: what the camera does is not in them. */
export async function placesOf(page: Page): Promise<Places> {
  return new Map(Object.entries(await page.evaluate(() => window.__oversight?.places() ?? {})));
}

/** Fails, with their names, where nodes of before that are still there stand elsewhere now. */
export async function expectSamePlaces(page: Page, before: Places): Promise<void> {
  const now = await placesOf(page);
  const moved = [...before].filter(([id, { x, y }]) => {
    const place = now.get(id);
    return place && (place.x !== x || place.y !== y);
  });
  expect(moved.map(([id]) => id)).toEqual([]);
}
