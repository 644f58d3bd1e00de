import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectSamePlaces, nodesOnCanvas, placesOf, selectByMouse } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const undoable = (page: Page, label: string) => page.getByText(`Undo “${label}”`).waitFor();

test('no node that is placed moves: expand, collapse, hide, reveal, filter, undo, redo, panels, window', async () => {
  const page = await explorer();
  const places = await placesOf(page);
  const unmoved = async (label: string) => {
    await undoable(page, label);
    await expectSamePlaces(page, places);
  };
  await selectByMouse(page, 'person/jacky-tiotto');
  await page
    .getByRole('region', { name: 'Details' })
    .getByRole('heading', { name: 'Jacky Tiotto' })
    .waitFor();
  await expectSamePlaces(page, places);
  await page.keyboard.press('e');
  await unmoved('expand Jacky Tiotto');
  await page.keyboard.press('c');
  await unmoved('collapse Jacky Tiotto');
  await page.keyboard.press('h');
  await unmoved('hide Jacky Tiotto');
  await page.keyboard.press('Shift+h');
  await unmoved('reveal Jacky Tiotto');
  await page.getByRole('button', { name: 'Quotes', exact: true }).click();
  await unmoved('hide all quotes');
  await page.getByRole('button', { name: 'Quotes', exact: true }).click();
  await unmoved('show all quotes');
  for (const label of ['hide all quotes', 'reveal Jacky Tiotto', 'hide Jacky Tiotto']) {
    await page.keyboard.press('Control+z');
    await unmoved(label);
  }
  for (const label of ['reveal Jacky Tiotto', 'hide all quotes', 'show all quotes']) {
    await page.keyboard.press('Control+Shift+z');
    await unmoved(label);
  }
  await page
    .getByRole('region', { name: 'Legend and outline' })
    .getByRole('button', { name: /^Close/ })
    .click();
  await page.getByRole('button', { name: 'Legend and outline' }).waitFor();
  await expectSamePlaces(page, places);
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
  await expectSamePlaces(page, places);
  for (const viewport of [
    { width: 1000, height: 640 },
    { width: 400, height: 740 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    await page.waitForFunction((wide) => innerWidth === wide, viewport.width);
    // Where panels fold away the canvas is built again: all are there once it stands.
    await expect.poll(async () => (await placesOf(page)).size).toBe(places.size);
    await expectSamePlaces(page, places);
  }
});

test('several selected nodes are expanded in one step, by key', async () => {
  const page = await explorer();
  const before = await nodesOnCanvas(page);
  const places = await placesOf(page);
  await selectByMouse(page, 'person/jacky-tiotto');
  await selectByMouse(page, 'person/yvette-stanley', { adds: true });
  await page.keyboard.press('e');
  await undoable(page, 'expand 2 nodes');
  await page.waitForFunction((count) => (window.__oversight?.nodes().length ?? 0) > count, before.length);
  await expectSamePlaces(page, places);
  const wide = await nodesOnCanvas(page);
  await page.keyboard.press('e');
  await page.getByText('Nothing new: all that 2 nodes are related to').first().waitFor();
  expect((await nodesOnCanvas(page)).length).toBe(wide.length);
  await page.keyboard.press('Control+z');
  await page.getByText('Nothing to undo').waitFor();
  expect([...(await nodesOnCanvas(page))].sort()).toEqual([...before].sort());
});

test('several that would bring too much ask once, with the counts of all', async () => {
  const page = await explorer();
  await selectByMouse(page, 'organisation/cafcass');
  await selectByMouse(page, 'organisation/ofsted', { adds: true });
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Expand 2 nodes' });
  await dialog.waitFor();
  const counts = await dialog.locator('.chooser-count').allTextContents();
  expect(counts.slice(0, -1).reduce((sum, count) => sum + Number(count), 0)).toBe(Number(counts.at(-1)));
  await dialog.getByRole('button', { name: /^published/ }).click();
  await undoable(page, 'expand 2 nodes');
});
