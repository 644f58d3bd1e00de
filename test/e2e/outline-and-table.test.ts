import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

test('in the outline one walks along relationships and back, and selects them', async () => {
  const page = await openOutline();
  await page.getByRole('treeitem', { name: /^Anthony Douglas/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: /^was chief executive of, Cafcass/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await expectFocus(page, /^was chief executive of, Cafcass/);
  await page.keyboard.press('Enter');
  await page.getByText('Relationship · held a post at').waitFor();
  await page.keyboard.press('ArrowRight');
  await expectFocus(page, /^Cafcass/);
  await page.keyboard.press('ArrowLeft');
  await expectFocus(page, /^was chief executive of, Cafcass/);
  await page.keyboard.press('ArrowLeft');
  await expectFocus(page, /^Anthony Douglas/);
});

test('in the outline several are selected, by key and by mouse, and acted upon as one', async () => {
  const page = await openOutline();
  await page.getByRole('treeitem', { name: /^Anthony Douglas/ }).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('3 are selected').waitFor();
  await page.getByRole('treeitem', { name: /^Yvette Stanley/ }).click({ modifiers: ['Control'] });
  await page.getByText('4 are selected').waitFor();
  await page.getByRole('treeitem', { name: /^Jacky Tiotto/ }).click({ modifiers: ['Control'] });
  await page.getByText('3 are selected').waitFor();
  // The keyboard walks on; what is selected is still what the key is for.
  await page.getByRole('treeitem', { name: /^Cafcass Board/ }).focus();
  await page.keyboard.press('h');
  await page.getByText('Undo “hide 3 nodes”').waitFor();
  await page.keyboard.press('End');
  await page
    .getByRole('treeitem', { name: /, hidden/ })
    .nth(2)
    .waitFor();
  await page.keyboard.press('Shift+h');
  await page.getByText('Undo “reveal 3 nodes”').waitFor();
});

test('in the outline a name is found by typing how it begins, and the menu opens by key', async () => {
  const page = await openOutline();
  await page.getByRole('treeitem', { name: /^Anthony Douglas/ }).focus();
  await page.keyboard.type("'cafcass b");
  await expectFocus(page, /^Cafcass Board/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu', { name: 'What to do with Cafcass Board' }).waitFor();
  await page.keyboard.press('Escape');
  await expectFocus(page, /^Cafcass Board/);
});

test('the table shows what can be seen, filters by words, sorts, and remembers its columns', async () => {
  const page = await openTable();
  const all = (await nodesOnCanvas(page)).length;
  await page.getByRole('button', { name: `Nodes ${all}` }).waitFor();
  await page.getByRole('searchbox', { name: 'Filter nodes by words' }).fill('judgement outstanding');
  await page.getByText(new RegExp(`^\\d+ of ${all}$`)).waitFor();
  const grade = page.getByRole('columnheader', { name: 'Grade' });
  await page.getByRole('searchbox').fill('');
  await grade.click();
  expect(await grade.getAttribute('aria-sort')).toBe('ascending');
  const grades = page.getByRole('gridcell').filter({ has: page.locator('.chip') });
  expect((await grades.first().textContent())?.toLowerCase()).toBe('outstanding');
  await grade.click();
  expect((await grades.first().textContent())?.toLowerCase()).toContain('inadequate');

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Kind' }).uncheck();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Documents' }).check();
  await page.keyboard.press('Escape');
  const heads = () => page.getByRole('columnheader').allTextContents();
  expect(await heads()).not.toContain('Kind');
  await page.reload();
  await page.getByRole('grid').waitFor();
  expect(await heads()).not.toContain('Kind');
  expect(await heads()).toContain('Documents');
});

test('the table and the canvas have one selection', async () => {
  const page = await openTable();
  await page.getByRole('searchbox').fill('sally');
  await page.getByRole('row', { name: /Sally Cheshire/ }).click();
  await page.getByRole('heading', { name: 'Sally Cheshire' }).waitFor();
  await page.getByRole('searchbox').fill('');
  const cafcass = await pointOf(page, 'organisation/cafcass');
  await page.mouse.click(cafcass.x, cafcass.y);
  const row = page.getByRole('row', { name: /^Cafcass organisation/ });
  await row.waitFor();
  expect(await row.getAttribute('aria-selected')).toBe('true');
  await page.getByRole('button', { name: /^Relationships \d/ }).click();
  await page.getByRole('searchbox').fill('douglas executive');
  await page
    .getByRole('row', { name: /Anthony Douglas.*Cafcass/ })
    .first()
    .click();
  await page.getByText('Relationship · held a post at').waitFor();
});

test('the table is walked through by key: to the heads to sort, along rows to select, expand and hide', async () => {
  const page = await openTable();
  await page.getByRole('grid').locator('[tabindex="0"]').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  await page.keyboard.press('ArrowDown');
  await expectFocus(page, /^Anthony Douglas/);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  await page.keyboard.press('e');
  await page.getByText('Undo “expand Anthony Douglas”').waitFor();
  await expectFocus(page, /^Anthony Douglas/);
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 are selected').waitFor();
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+a');
  await page.getByText(/^\d\d are selected/).waitFor();
});

async function openOutline() {
  const page = await explorer();
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('tree').waitFor();
  return page;
}

async function openTable() {
  const page = await explorer();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('grid').waitFor();
  return page;
}

/** Waits until what has the focus reads so. */
async function expectFocus(page: Page, words: RegExp): Promise<void> {
  await page.waitForFunction((source) => {
    const element = document.activeElement;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return new RegExp(source).test(name);
  }, words.source);
}
