import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdRequests } from './hold-requests.ts';
import { nodesOnCanvas, pointOf, selectByMouse } from './open-explorer.ts';
import { startOwnOversight } from './share-oversight.ts';

/* The console names each request that fails, which is what these tests are about; so pages are left unchecked. */

const { explorer, served } = startOwnOversight();

const banner = (page: Page) => page.locator('.connection-banner');

test('offline, the page says so, loses nothing, and goes on by itself when the network is back', async () => {
  const page = await explorer({ mayBreak: true });
  const before = await nodesOnCanvas(page);
  await page.context().setOffline(true);
  await banner(page).getByText('You are offline.').waitFor();
  await clickNode(page, 'person/jacky-tiotto');
  await page.getByRole('region', { name: 'Details' }).getByText('The server cannot be reached').waitFor();
  await page.keyboard.press('e');
  const toast = page.locator('.toast', { hasText: 'The server cannot be reached' });
  await toast.waitFor();
  // It stands in the header, and covers nothing that is read.
  expect((await toast.boundingBox())?.y).toBeLessThan(20);
  expect(await nodesOnCanvas(page)).toEqual(before);
  await page.keyboard.press('p');
  await page.getByText('Undo “pin Jacky Tiotto”').waitFor();
  await page.context().setOffline(false);
  await banner(page).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  await page.keyboard.press('e');
  await page.getByText('Undo “expand Jacky Tiotto”').waitFor();
});

test('a part that was never opened waits for the network, and a page of another version says what to do', async () => {
  const page = await explorer({ mayBreak: true });
  const before = await nodesOnCanvas(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await banner(page).getByText('You are offline.').waitFor();
  await page.getByText('The timeline is being fetched').waitFor({ state: 'attached' });
  expect(await nodesOnCanvas(page)).toEqual(before);
  await page.context().setOffline(false);
  await page.getByRole('region', { name: 'Timeline' }).getByRole('slider').first().waitFor();
  expect(await nodesOnCanvas(page)).toEqual(before);

  // An update has taken away the files of the page that is open.
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('This page cannot go on.').waitFor();
  await page.unroute('**/assets/*.js');
  await alert.getByRole('button', { name: 'Reload the page' }).click();
  await page.getByRole('region', { name: 'Table' }).waitFor();
  await expect.poll(() => nodesOnCanvas(page)).toEqual(before);
});

test('a server that is stopped and started again is found again without a reload', async () => {
  const page = await explorer({ mayBreak: true });
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
  const before = await nodesOnCanvas(page);
  await served().halt();
  await clickNode(page, 'person/anthony-douglas');
  await banner(page).getByText('The server cannot be reached.').waitFor();
  expect(await nodesOnCanvas(page)).toEqual(before);
  await banner(page).getByRole('button', { name: 'Try now' }).click();
  await banner(page).getByText('The server cannot be reached.').waitFor();
  await served().resume();
  await banner(page).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  expect(await page.locator('body[data-same-page]').count()).toBe(1);
});

test('a database that does not answer is said to be it, with the request by which the log knows it', async () => {
  const page = await explorer({ mayBreak: true });
  const errors = [
    {
      message: 'The database does not answer.',
      extensions: { code: 'STORE_UNAVAILABLE', requestId: 'r-17' },
    },
  ];
  const gone = { status: 503, contentType: 'application/json', body: JSON.stringify({ errors }) };
  await page.route('**/graphql', (route) => route.fulfill(gone));
  await page.route('**/readyz', (route) => route.fulfill(gone));
  await clickNode(page, 'person/sally-cheshire');
  await banner(page).getByText('The database does not answer.').waitFor();
  await page.getByRole('region', { name: 'Details' }).getByText('request r-17').waitFor();
  await page.unroute('**/graphql');
  await page.unroute('**/readyz');
  await banner(page).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Sally Cheshire' }).waitFor();
});

test('what takes long can be cancelled, by its button and by Escape, and leaves all as it was', async () => {
  const page = await explorer({ mayBreak: true });
  const before = await nodesOnCanvas(page);
  await page.route('**/graphql', () => {});
  for (const cancel of [
    () => page.getByRole('button', { name: 'Cancel' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await page.getByRole('button', { name: 'show everything' }).click();
    await page.getByText('Fetching the whole graph …').waitFor();
    await cancel();
    await page.getByText('Fetching the whole graph …').waitFor({ state: 'detached' });
    await page.locator('.toast').getByText('Cancelled').first().waitFor();
  }
  expect(await nodesOnCanvas(page)).toEqual(before);
  await page.unroute('**/graphql');

  // On the canvas, too, and before the card stands: what is selected stays so, and its facts come all the same.
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
  const slow = await holdRequests(page, () => true);
  await selectByMouse(page, 'person/sally-cheshire');
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await page.locator('.toast').getByText('Cancelled').waitFor();
  expect(await page.evaluate(() => window.__oversight?.selected())).toEqual(['person/sally-cheshire']);
  expect(await nodesOnCanvas(page)).toEqual(before);
  slow.letGo();
  await page.getByRole('heading', { name: 'Sally Cheshire' }).waitFor();
  await page.getByRole('button', { name: 'show everything' }).click();
  await page.waitForFunction((count) => (window.__oversight?.nodes().length ?? 0) > count, before.length);
});

test('filters that leave nothing to be seen say so, and are taken away at once', async () => {
  const page = await explorer();
  await page.getByRole('button', { name: 'Quotes', exact: true }).click({ modifiers: ['Alt'] });
  await page.getByRole('checkbox', { name: /sources disagree on/ }).check();
  await page.getByText(/Filters leave out \d+ nodes/).waitFor();
  await page.getByRole('button', { name: 'Take the filters away' }).click();
  await page.getByText('Nothing can be seen').waitFor({ state: 'detached' });
  await page.getByText(/^2\d of \d+ shown$/).waitFor();
});

// The last one: it empties the graph, and then breaks the database.
test('a failure inside the server is told with its code', async () => {
  const page = await explorer({ mayBreak: true });
  const graph = new DatabaseSync(join(served().folder, 'graph.sqlite'));
  graph.exec('ALTER TABLE node RENAME TO gone');
  await clickNode(page, 'person/yvette-stanley');
  const details = page.getByRole('region', { name: 'Details' });
  await details.getByText('The server could not answer').waitFor();
  expect(await details.textContent()).toMatch(/\(INTERNAL\) Its log has it as request \S+\./);
  await details.getByRole('button', { name: 'Try again' }).waitFor();
  graph.close();
});

async function clickNode(page: Page, id: string): Promise<void> {
  const { x, y } = await pointOf(page, id);
  await page.mouse.click(x, y);
}
