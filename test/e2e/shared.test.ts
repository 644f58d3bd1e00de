import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const panel = (page: Page) => page.getByRole('region', { name: 'Shared', exact: true });

test('by mouse: what the quotes of the view share, with words and sources, comes onto the canvas as one step', async () => {
  const page = await explorer();
  const before = [...(await nodesOnCanvas(page))].sort();
  const quotes = before.filter((id) => id.startsWith('quote/'));
  await clickAll(page, quotes);
  const { x, y } = await pointOf(page, quotes.at(-1) ?? '');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^What do these share/ }).click();
  await panel(page).getByRole('listitem').first().waitFor();
  const words = (await panel(page).textContent()) ?? '';
  expect(words).toMatch(/(quotes|said|is the subject of) “/);
  expect(words).toMatch(/\d sources?: \S/);
  await panel(page).getByRole('button', { name: 'Show all on the canvas' }).click();
  await panel(page).getByRole('button', { name: 'All are on the canvas' }).waitFor();
  await page.waitForFunction((count) => (window.__oversight?.nodes().length ?? 0) > count, before.length);
  await page.getByRole('button', { name: /^Undo “show what .+ and \d others share”/ }).click();
  await page.waitForFunction((count) => window.__oversight?.nodes().length === count, before.length);
  expect([...(await nodesOnCanvas(page))].sort()).toEqual(before);
});

test.each(['light', 'dark'] as const)(
  'by keyboard: two people share the body that they led, and the list is accessible, %s',
  async (colorScheme) => {
    const page = await explorer({ colorScheme });
    await clickAll(page, ['person/anthony-douglas', 'person/jacky-tiotto']);
    await page.keyboard.press('s');
    await panel(page).getByRole('heading', { name: 'What Anthony Douglas and Jacky Tiotto share' }).waitFor();
    const body = panel(page).getByRole('button', { name: 'Cafcass', exact: true });
    await body.waitFor();
    expect(await panel(page).textContent()).toContain('had as chief executive Anthony Douglas');
    await expectAccessible(page, 'what they share');
    await body.press('Enter');
    await page
      .getByRole('region', { name: 'Details' })
      .getByRole('heading', { name: 'Cafcass', exact: true })
      .waitFor();
  },
);

test('one node alone shares nothing: the key says what is wanting', async () => {
  const page = await explorer();
  await clickAll(page, ['person/anthony-douglas']);
  await page.keyboard.press('s');
  await page.getByText('Select two nodes or more to see what they share.').first().waitFor();
});

/** Selects all of these with the mouse, the first by itself and the others with Shift. */
async function clickAll(page: Page, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    const { x, y } = await pointOf(page, id);
    if (index > 0) await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    // Two clicks in one moment would be a double click, which expands.
    const details = page.getByRole('region', { name: 'Details' });
    await details.getByRole('heading', { level: 2 }).waitFor();
    if (index > 0) await details.getByText(`${index + 1} are selected`).waitFor();
  }
}
