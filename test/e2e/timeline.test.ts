import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const strip = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const until = (page: Page) => page.getByRole('slider', { name: 'Show until' });

async function openTimeline(colorScheme: 'light' | 'dark' = 'light') {
  const page = await explorer({ colorScheme });
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await strip(page).getByRole('option').first().waitFor();
  return page;
}

/** Drags over the timeline between two parts of its axis, 0 to 1. */
async function brush(page: Page, from: number, to: number): Promise<void> {
  const box = await page.locator('.timeline-drawing').boundingBox();
  const ticks = await page.locator('.timeline-rank-rule').first().boundingBox();
  if (!box || !ticks) throw new Error('the timeline is not drawn');
  const y = box.y + box.height - 32;
  await page.mouse.move(ticks.x + ticks.width * from, y);
  await page.mouse.down();
  await page.mouse.move(ticks.x + ticks.width * ((from + to) / 2), y);
  await page.mouse.move(ticks.x + ticks.width * to, y);
  await page.mouse.up();
}

test('a mark selects its node and a node its mark; posts are bars, uncertain dates ranges, judgements on a scale', async () => {
  const page = await openTimeline();
  const placeOf = async (name: RegExp) => {
    const box = await strip(page).getByRole('option', { name }).first().boundingBox();
    if (!box) throw new Error(`${name} is not on the timeline`);
    return box;
  };
  const day = await placeOf(/^First national/);
  expect((await placeOf(/^Anthony Douglas, chief executive/)).width).toBeGreaterThan(5 * day.width);
  expect((await placeOf(/^Inspections of Cafcass, 2009/)).width).toBeGreaterThan(1.5 * day.width);
  const [better, worse] = [
    await placeOf(/^overall Outstanding, Second/),
    await placeOf(/^overall Good, Second/),
  ];
  expect(better.y).toBeLessThan(worse.y);
  expect(better.x).toBeCloseTo(worse.x);

  const mark = strip(page).getByRole('option', { name: /^overall Outstanding, Second national/ });
  await mark.hover();
  await page
    .getByText('overall Outstanding, Second national inspection of Cafcass, 28 March 2018, disputed')
    .waitFor();
  await mark.click();
  expect(page.url()).toContain('selected=judgement/cafcass-2018/overall/outstanding');

  const douglas = await pointOf(page, 'person/anthony-douglas');
  await page.mouse.click(douglas.x, douglas.y);
  await strip(page)
    .getByRole('option', { name: /^Anthony Douglas, chief executive/, selected: true })
    .waitFor();
});

test('the brush hides what lies outside, moves nothing, and undo takes it back', async () => {
  const page = await openTimeline();
  const ids = await nodesOnCanvas(page);
  const places = await Promise.all(ids.map((id) => pointOf(page, id)));
  const count = page.locator('.stage-count span').first();
  const before = await count.textContent();
  await brush(page, 0.3, 0.66);
  await page.getByText(/^Undo “show only \w+ 20\d\d to \w+ 20\d\d”/).waitFor();
  expect(await count.textContent()).not.toBe(before);
  const left = await nodesOnCanvas(page);
  expect(left).toContain('inspection/cafcass-2018');
  expect(left).not.toContain('inspection/cafcass-2024');
  for (const id of left) expect(await pointOf(page, id)).toEqual(places[ids.indexOf(id)]);
  await page.keyboard.press('Control+z');
  await page.getByText('Nothing to undo').waitFor();
  expect(await count.textContent()).toBe(before);
  expect(await Promise.all(ids.map((id) => pointOf(page, id)))).toEqual(places);

  await page.keyboard.press('Control+Shift+z');
  await strip(page).getByRole('button', { name: 'All time' }).click();
  await page.getByText('Undo “show all time”').waitFor();
  expect(await count.textContent()).toBe(before);
});

test('by keyboard: handles move month by month, Escape shows all time, arrows walk through the marks', async () => {
  const page = await openTimeline();
  await until(page).focus();
  const last = await until(page).getAttribute('aria-valuetext');
  expect(last).toMatch(/^December 20\d\d$/);
  await page.keyboard.press('ArrowLeft');
  expect(await until(page).getAttribute('aria-valuetext')).toBe(last?.replace('December', 'November'));
  await page.getByText('Undo “show only').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Undo “show all time”').waitFor();
  expect(await until(page).getAttribute('aria-valuetext')).toBe(last);

  await page.keyboard.press('Tab');
  const first = await focusedMark(page);
  await page.keyboard.press('ArrowRight');
  const second = await focusedMark(page);
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await strip(page).getByRole('option', { name: second, selected: true, exact: true }).first().waitFor();
});

function focusedMark(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

test('the strip is opened and closed, and stays as it was', async () => {
  const page = await openTimeline();
  await page.reload();
  await strip(page).getByRole('option').first().waitFor();
  await page.getByRole('button', { name: 'Close timeline' }).click();
  await strip(page).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: 'Timeline', exact: true }).waitFor();
  expect(await strip(page).count()).toBe(0);
});

test.each(['light', 'dark'] as const)(
  'the timeline is accessible, with a window and a selection, %s',
  async (scheme) => {
    const page = await openTimeline(scheme);
    await brush(page, 0.3, 0.66);
    await strip(page)
      .getByRole('option', { name: /^Second national/ })
      .click();
    await expectAccessible(page, 'the timeline');
  },
);

test('on a phone the timeline is a sheet', async () => {
  const viewport = { width: 360, height: 740 };
  const page = await explorer({ viewport, hasTouch: true });
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await strip(page).getByRole('option').first().waitFor();
  await expectAccessible(page, 'the timeline');
  await page.getByRole('button', { name: 'Close timeline' }).click();
  await strip(page).waitFor({ state: 'detached' });
});
