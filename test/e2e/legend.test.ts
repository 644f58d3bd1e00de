import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const legend = (page: Page) => page.getByRole('region', { name: 'Legend and outline' });
const section = (page: Page, name: string) => legend(page).getByRole('region', { name });
const older = (page: Page) => section(page, 'Grades, as printed').getByRole('group', { name: /until 2015/ });

async function openSection(page: Page, name: string): Promise<void> {
  await section(page, name).getByRole('button', { name, exact: true }).click();
}

/** Waits until the canvas shows just these. */
async function expectOnCanvas(page: Page, holds: (ids: readonly string[]) => boolean): Promise<void> {
  await expect.poll(async () => holds(await nodesOnCanvas(page)), { timeout: 20_000 }).toBe(true);
}

test('a grade is switched off by mouse, shown alone by Alt, and nothing moves', async () => {
  const page = await explorer();
  const ids = await nodesOnCanvas(page);
  const places = await Promise.all(ids.map((id) => pointOf(page, id)));
  const inadequate = older(page).getByRole('button', { name: 'inadequate', exact: true });

  await inadequate.click();
  await page.getByText('Undo “hide all judgements “inadequate””').waitFor();
  const without = await nodesOnCanvas(page);
  expect(without.length).toBe(ids.length - 5);
  expect(without).toContain('inspection/east-midlands-2008');
  expect(await inadequate.getAttribute('aria-pressed')).toBe('false');
  for (const id of without) expect(await pointOf(page, id)).toEqual(places[ids.indexOf(id)]);
  await inadequate.click();

  await inadequate.click({ modifiers: ['Alt'] });
  await page.getByText('Undo “show only judgements “inadequate””').waitFor();
  const only = await nodesOnCanvas(page);
  expect(only.filter((id) => id.startsWith('judgement/'))).toHaveLength(5);
  expect(only).not.toContain('inspection/cafcass-2024');
  expect(only).toContain('person/anthony-douglas');
  await legend(page).getByRole('button', { name: 'Show all: Grades, as printed' }).click();
  await expectOnCanvas(page, (now) => now.length === ids.length);
  expect(await Promise.all(ids.map((id) => pointOf(page, id)))).toEqual(places);

  const lines = () => page.evaluate(() => window.__oversight?.lines() ?? 0);
  const all = await lines();
  await section(page, 'Relationships').getByRole('button', { name: 'conducted', exact: true }).click();
  await page.getByText('Undo “hide “conducted””').waitFor();
  await expect.poll(lines).toBeLessThan(all);
  expect((await nodesOnCanvas(page)).length).toBe(ids.length);
});

test('by keyboard: Alt and Enter show one kind alone and lead back, the menu says the same in words', async () => {
  const page = await explorer();
  const fold = section(page, 'Kinds').getByRole('button', { name: 'Kinds', exact: true });
  await fold.focus();
  await page.keyboard.press('Enter');
  const national = section(page, 'Kinds').getByRole('button', { name: 'national', exact: true });
  await national.focus();
  await page.keyboard.press('Alt+Enter');
  await page.getByText('Undo “show only inspections of the kind “national””').waitFor();
  const isInspection = (id: string) => id.startsWith('inspection/');
  await expectOnCanvas(page, (ids) => ids.filter(isInspection).length === 3);
  await page.keyboard.press('Alt+Enter');
  await page.getByText('Undo “show all kinds of inspections”').waitFor();

  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Show only this/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectOnCanvas(page, (ids) => ids.filter(isInspection).length === 3);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Take all filters away' }).click();
  await page.getByText('Undo “take all filters away”').waitFor();
  await expectOnCanvas(page, (ids) => ids.filter(isInspection).length === 11);
});

test('years are bars: arrow keys walk along them, Enter hides, a click with Alt shows one year alone', async () => {
  const page = await explorer();
  await openSection(page, 'Years');
  const years = section(page, 'Years').getByRole('group', { name: 'Years' });
  await page.keyboard.press('Tab');
  const reached = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(await reached()).toMatch(/^2008: \d+$/);
  await page.keyboard.press('ArrowRight');
  expect(await reached()).toMatch(/^2009: \d+$/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByText('Undo “hide what is of 2008”').waitFor();
  await expectOnCanvas(page, (ids) => !ids.includes('inspection/east-midlands-2008'));
  expect(await reached()).toMatch(/^2008: 0 of \d+ shown$/);

  await years.getByRole('button', { name: /^2014/ }).click({ modifiers: ['Alt'] });
  await page.getByText('Undo “show only what is of 2014”').waitFor();
  await expectOnCanvas(
    page,
    (ids) => ids.includes('inspection/cafcass-2014') && !ids.includes('inspection/cafcass-2018'),
  );
});

test('sources show what rests on them; only primary ones can be asked for', async () => {
  const page = await explorer();
  await openSection(page, 'Sources');
  const article = section(page, 'Sources').getByRole('button', { name: /^Cafcass praised/ });
  await article.focus();
  await page.keyboard.press('Alt+Enter');
  await page.getByText('Undo “show only what rests on “Cafcass praised').waitFor();
  await expectOnCanvas(
    page,
    (ids) => ids.includes('inspection/cafcass-2014') && !ids.includes('inspection/cafcass-2024'),
  );
  await section(page, 'Sources').getByRole('button', { name: 'Show all: Sources' }).click();

  const all = (await nodesOnCanvas(page)).length;
  const primary = section(page, 'Only').getByRole('checkbox', { name: /^what has a primary source/ });
  await primary.press('Space');
  await page.getByText('Undo “show only what has a primary source”').waitFor();
  await expectOnCanvas(page, (ids) => ids.length > 0 && ids.length < all);
  await legend(page).getByRole('button', { name: 'Take all away' }).click();
  await expectOnCanvas(page, (ids) => ids.length === all);
});

test('the colour and the size of a type are chosen by key, drawn, undone and reset', async () => {
  const page = await explorer();
  const look = () =>
    page.evaluate(() => window.__oversight?.lookOf('person/anthony-douglas') ?? { colour: '', width: 0 });
  const before = await look();
  await section(page, 'Types').getByRole('button', { name: 'Colour and size: People' }).focus();
  await page.keyboard.press('Enter');
  const editor = legend(page).getByRole('group', { name: 'Colour and size: People' });
  await editor.getByRole('radio', { name: 'as at first' }).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await page.getByText('Undo “draw people in teal”').waitFor();
  expect((await look()).colour).not.toBe(before.colour);
  await editor.getByText('large', { exact: true }).click();
  await page.getByText('Undo “draw people large and in teal”').waitFor();
  expect((await look()).width).toBeGreaterThan(before.width);

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await look()).width).toBe(before.width);
  await editor.getByRole('button', { name: 'Reset' }).click();
  await page.getByText('Undo “draw people as before”').waitFor();
  await expect.poll(look).toEqual(before);
  await editor.getByRole('button', { name: 'Done' }).click();
  await editor.waitFor({ state: 'detached' });
});

test('sections stay as they were left', async () => {
  const page = await explorer();
  await openSection(page, 'Types');
  await openSection(page, 'Years');
  await page.reload();
  await section(page, 'Years').getByRole('group', { name: 'Years' }).waitFor();
  const fold = section(page, 'Types').getByRole('button', { name: 'Types', exact: true });
  expect(await fold.getAttribute('aria-expanded')).toBe('false');
});

test.each(['light', 'dark'] as const)(
  'the legend is accessible with all that it has open, %s',
  async (colorScheme) => {
    const page = await explorer({ colorScheme });
    for (const name of ['Kinds', 'Years', 'Sources']) await openSection(page, name);
    await section(page, 'Types').getByRole('button', { name: 'Colour and size: People' }).click();
    await older(page).getByRole('button', { name: 'inadequate', exact: true }).click();
    await section(page, 'Years').getByRole('button', { name: /^2014/ }).click();
    await expectAccessible(page, 'the legend');
    await section(page, 'Kinds')
      .getByRole('button', { name: 'national', exact: true })
      .click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await expectAccessible(page, 'the legend');
  },
);

test('on a phone all of the legend is a sheet that can be used by thumb', async () => {
  const viewport = { width: 360, height: 740 };
  const page = await explorer({
    viewport,
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('button', { name: 'Legend', exact: true }).tap();
  for (const name of ['Kinds', 'Years', 'Sources'])
    await section(page, name).getByRole('button', { name, exact: true }).tap();
  await expectAccessible(page, 'the legend');
  const overflow = await legend(page).evaluate((panel) => {
    const right = panel.getBoundingClientRect().right;
    return [...panel.querySelectorAll('button, label')].filter(
      (each) => !each.closest('.years-bars') && each.getBoundingClientRect().right > right,
    ).length;
  });
  expect(overflow).toBe(0);
  await section(page, 'Types').getByRole('button', { name: 'Show only Quotes' }).tap();
  await expectOnCanvas(page, (ids) => ids.every((id) => id.startsWith('quote/')));
});
