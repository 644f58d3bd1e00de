import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { shareOversight } from './share-oversight.ts';

const { browser, explorer, visit } = shareOversight();
/** The page of somebody else, on another origin. */
let host: Server;
let code = '';
beforeAll(async () => {
  host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>News</title><h1>News</h1>${code}</html>`);
  });
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  host?.closeAllConnections();
  host?.close();
});

test('the code from the dialogue shows the view on a page of another origin, to be read only', async () => {
  const page = await explorer({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('treeitem', { name: /^Sally Cheshire/ }).focus();
  await page.keyboard.press('h');
  await page.getByText('Undo “hide Sally Cheshire”').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Embed this view …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this view' });
  await dialog.getByLabel('Width in pixels').fill('900');
  await dialog.frameLocator('iframe').getByRole('application').waitFor();
  await expectAccessible(page, 'the dialogue');
  await dialog.getByRole('button', { name: 'Copy the code' }).click();
  await page.locator('.toast', { hasText: 'The code is on the clipboard' }).waitFor();
  code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain('width="900"');
  code = code.replace('/embed', '/embed?test-bridge');

  const other = await openHost();
  const frame = other.frames()[1];
  if (!frame) throw new Error('the page has no frame');
  await frame.getByRole('application').waitFor();
  await frame.waitForFunction(() => (window.__oversight?.nodes().length ?? 0) > 0);
  const nodes = await frame.evaluate(() => window.__oversight?.nodes() ?? []);
  expect(nodes).toContain('person/jacky-tiotto');
  expect(nodes).not.toContain('person/sally-cheshire');
  await expectReadOnly(other);
  const link = frame.getByRole('link', { name: 'Open in Oversight' });
  expect(await link.getAttribute('href')).toMatch(/^\/#\/.*view=1\./);
  await other.context().close();
});

async function openHost(): Promise<Page> {
  const context = await browser().newContext({
    viewport: { width: 1000, height: 700 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  return page;
}

/** A drag and the keys that remove leave everything in its place; a click says what the node is, and its sources. */
async function expectReadOnly(page: Page): Promise<void> {
  const frame = page.frames()[1];
  const box = await page.locator('iframe').boundingBox();
  if (!frame || !box) throw new Error('the page has no frame');
  const id = 'person/jacky-tiotto';
  const placeOf = () => frame.evaluate((node) => window.__oversight?.placeOf(node), id);
  // Until it is fitted and stands still.
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = JSON.stringify(await frame.evaluate((node) => window.__oversight?.pointOf(node), id));
        return last === before;
      },
      { interval: 400, timeout: 20_000 },
    )
    .toBe(true);
  const before = await placeOf();
  const point = await frame.evaluate((node) => window.__oversight?.pointOf(node), id);
  if (!point) throw new Error('she is not there');
  const at = { x: box.x + point.x, y: box.y + point.y };
  await page.mouse.click(at.x, at.y);
  const caption = frame.getByRole('region', { name: 'What is selected' });
  await caption.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  await caption.getByRole('list', { name: 'Sources' }).waitFor();
  for (const key of ['h', 'Delete', 'p', 'Alt+ArrowRight']) await page.keyboard.press(key);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 40, at.y + 40, { steps: 5 });
  await page.mouse.up();
  expect(await placeOf()).toEqual(before);
  expect(await frame.evaluate(() => localStorage.length + document.cookie.length)).toBe(0);
}

test('an embedded view is accessible in both themes, and says when its address cannot be read', async () => {
  for (const theme of ['light', 'dark']) {
    const page = await visit(`embed?theme=${theme}#/selected=quote/003-06`);
    await page
      .getByRole('region', { name: 'What is selected' })
      .getByRole('list', { name: 'Sources' })
      .waitFor();
    await expectAccessible(page, theme);
  }
  const page = await visit('embed#/view=9.abc');
  await page.getByText('This link was made by a newer Oversight').waitFor();
});
