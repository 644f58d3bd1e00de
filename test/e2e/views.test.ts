import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas, waitForDrawing } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

/** Hides Sally Cheshire, then Anthony Douglas, then Ofsted, by key in the outline. */
async function hideThree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  for (const name of ['Sally Cheshire', 'Anthony Douglas', 'Ofsted']) {
    await page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).focus();
    await page.keyboard.press('h');
    await page.getByText(`Undo “hide ${name}”`).waitFor();
  }
}

test('by key to any step of the history, and a new step from there clears those after it', async () => {
  const page = await explorer();
  const all = (await nodesOnCanvas(page)).length;
  await hideThree(page);
  await page.keyboard.press('u');
  const history = page.getByRole('region', { name: 'History' });
  await history.getByRole('button', { name: /hide Ofsted/ }).waitFor();
  await expectAccessible(page, 'the history');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await history.locator('[aria-current=step]', { hasText: 'as the page opened' }).waitFor();
  expect((await nodesOnCanvas(page)).length).toBe(all);
  await history.getByRole('button', { name: /hide Anthony Douglas/ }).click();
  await page.getByText('Undo “hide Anthony Douglas”').waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain('organisation/ofsted');
  expect(await nodesOnCanvas(page)).not.toContain('person/sally-cheshire');
  await page.keyboard.press('Escape');
  await history.waitFor({ state: 'detached' });
  await page.getByRole('treeitem', { name: /^Jacky Tiotto/ }).focus();
  await page.keyboard.press('p');
  await page.getByText('Undo “pin Jacky Tiotto”').waitFor();
  await page.getByRole('button', { name: 'History (U)' }).click();
  expect(await history.getByRole('button', { name: /hide Ofsted/ }).count()).toBe(0);
});

test('a view is saved, opened as a step, renamed, deleted and brought back, and still there after a reload', async () => {
  const page = await explorer();
  await hideThree(page);
  const dialog = page.getByRole('dialog', { name: 'Views' });
  await page.getByRole('button', { name: 'Views' }).click();
  await dialog.getByLabel('Save what you see in this browser, as').fill('Without three');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Without three/ }).waitFor();
  await expectAccessible(page, 'the saved views');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Legend', exact: true }).click();
  await page.getByRole('button', { name: 'Who is quoted' }).click();
  await page.getByText('Undo “open Who is quoted”').waitFor();
  await waitForDrawing(page);
  await page.getByRole('button', { name: 'Views' }).click();
  await dialog.getByRole('button', { name: /^Without three/ }).click();
  await page.getByText('Undo “open Without three”').waitFor();
  expect(await nodesOnCanvas(page)).not.toContain('organisation/ofsted');
  await page.keyboard.press('Control+z');
  await page.getByText('Undo “open Who is quoted”').waitFor();

  await page.getByRole('button', { name: 'Views' }).click();
  await dialog.getByRole('button', { name: 'Rename Without three' }).click();
  await dialog.getByLabel('New name of Without three').fill('Few');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete Few' }).click();
  await dialog.getByText('No view is saved in this browser yet.').waitFor();
  await dialog.getByText('Deleted: Few').waitFor();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: /^Few/ }).waitFor();
  await page.reload();
  await waitForDrawing(page);
  await page.getByRole('button', { name: 'Views' }).click();
  await dialog.getByRole('button', { name: /^Few/ }).waitFor();
});

test('a view goes into a file, and comes out of it by the button; another file says what it is not', async () => {
  const page = await explorer();
  await hideThree(page);
  await page.getByRole('button', { name: 'Views' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save view as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^cafcass-s-inspections.*\.oversight-view\.json$/);
  const content = readFileSync(await download.path());

  const other = await explorer();
  await other.keyboard.press('v');
  const file = { name: 'a.oversight-view.json', mimeType: 'application/json', buffer: content };
  await other.getByLabel('File of a view').setInputFiles(file);
  await other.getByText(/Undo “open Cafcass/).waitFor();
  expect(await nodesOnCanvas(other)).not.toContain('organisation/ofsted');
  await dropFile(other, '{"format":"holiday"}');
  await other.locator('.toast', { hasText: 'This file cannot be read' }).waitFor();
  await dropFile(other, content.toString('utf8'));
});

/** Drops a file of this text on the page, as a hand would. */
async function dropFile(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'view.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
}

test('a browser without room says so and loses nothing, and storage that is damaged is survived', async () => {
  const page = await explorer();
  await page.evaluate(() => localStorage.setItem('oversight-views', '{"version":1,"views":[7]}'));
  await page.keyboard.press('v');
  await page.getByText('Some of the saved views could not be read').waitFor();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('dialog').getByText('no room left').waitFor();
  expect(await page.evaluate(() => localStorage.getItem('oversight-views'))).toBe(
    '{"version":1,"views":[7]}',
  );
});
