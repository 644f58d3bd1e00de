import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodesOnCanvas } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

test('by keyboard alone: find Tiotto, expand her, open a quote, see its speaker, inspection and document', async () => {
  const page = await explorer();
  await page.keyboard.press('/');
  await page.keyboard.type('tiotto');
  await page.getByRole('option', { name: 'Jacky Tiotto' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  // She is selected still when the keyboard has walked to another.
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.locator('.canvas-speech').textContent()).toMatch(/^(?!Jacky Tiotto)./);
  await page.keyboard.press('e');
  await page.getByText('Undo “expand Jacky Tiotto”').waitFor();
  await expectSpoken(page, 'Jacky Tiotto expanded');

  // To the outline: its tab, then its one tab stop.
  await tabTo(page, 'Outline');
  await page.keyboard.press('Enter');
  await page.getByRole('tree').waitFor();
  await tabTo(page, 'Jacky Tiotto');
  for (let step = 0; step < 80; step += 1) {
    if ((await focusedName(page)).startsWith('“I would like to extend')) break;
    const left = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('ArrowDown');
    // The focus follows once the step is drawn; who reads it before walks past.
    await page.waitForFunction((from) => document.activeElement !== from, left);
  }
  await page.keyboard.press('Enter');
  await page.locator('blockquote').waitFor();
  expect(await page.getByRole('region', { name: 'Said by' }).textContent()).toContain('Jacky Tiotto');
  expect(await page.getByRole('region', { name: 'About' }).textContent()).toContain('Third national');
  expect(await page.getByRole('region', { name: 'Quoted in' }).textContent()).toContain(
    'Ofsted report of Court',
  );
});

test('Enter right after typing chooses the first suggestion as soon as it is there', async () => {
  const page = await explorer();
  await page.keyboard.press('/');
  await page.keyboard.type('sally');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sally Cheshire' }).waitFor();
});

test('in the outline a node is pinned, hidden, shown again and removed by key', async () => {
  const page = await explorer();
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('treeitem', { name: 'Sally Cheshire' }).focus();
  await page.keyboard.press('p');
  await page.getByRole('treeitem', { name: /Sally Cheshire, pinned/ }).waitFor();
  await page.keyboard.press('h');
  const hidden = page.getByRole('treeitem', { name: 'Sally Cheshire, hidden' });
  await page.keyboard.press('End');
  await hidden.waitFor();
  await page.keyboard.press('Enter');
  await hidden.waitFor({ state: 'detached' });
  await page.keyboard.press('Home');
  await page.getByRole('treeitem', { name: 'Sally Cheshire' }).focus();
  await page.keyboard.press('Delete');
  await page.getByText('Undo “remove Sally Cheshire”').waitFor();
  expect(await nodesOnCanvas(page)).not.toContain('person/sally-cheshire');
});

test('the keys are listed by “?”, and Escape goes back step by step', async () => {
  const page = await explorer({
    fragment: '#/selected=person/anthony-douglas',
  });
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Nothing is selected', { exact: true }).waitFor();
});

test('the keyboard is never lost: panels that open take it, those that close leave it, F6 goes round', async () => {
  const page = await explorer();
  const isIn = (name: string) =>
    expect
      .poll(() =>
        page.evaluate(
          () =>
            document.activeElement?.closest('section[aria-label], .canvas')?.getAttribute('aria-label') ?? '',
        ),
      )
      .toContain(name);
  await page.keyboard.press('e');
  await page.locator('.toast').getByText('Nothing is selected: search').waitFor();
  await page.getByRole('button', { name: 'Timeline', exact: true }).press('Enter');
  await isIn('Timeline');
  await page.getByRole('button', { name: 'Close timeline' }).press('Enter');
  await isIn('Graph. Arrow keys');
  await page.keyboard.press('F6');
  await isIn('Details');
  await page.keyboard.press('Shift+F6');
  await isIn('Graph. Arrow keys');
  await page.keyboard.press('/');
  await page.keyboard.type('tiotto');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  await isIn('Graph. Arrow keys');
  // A link of the details goes with what it stood in.
  await page.getByRole('region', { name: 'Posts' }).getByRole('button', { name: 'Cafcass' }).press('Enter');
  await page.getByRole('heading', { name: 'Cafcass', exact: true }).waitFor();
  await isIn('Details');
});

/** Presses Tab until what has the focus has a name that begins so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if ((await focusedName(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
}

async function expectSpoken(page: Page, words: string): Promise<void> {
  await page.locator('[aria-live=polite]', { hasText: words }).waitFor({ state: 'attached' });
}
