import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const strip = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const field = (page: Page) => strip(page).getByRole('textbox', { name: 'As of' });
const handle = (page: Page) => strip(page).getByRole('slider', { name: 'As of' });

/** As large as a small laptop. */
const small = { width: 1366, height: 768 };

async function openTimeline(options: Parameters<typeof explorer>[0] = {}) {
  const page = await explorer(options);
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await strip(page).getByRole('option').first().waitFor();
  return page;
}

/** Nodes over which something else lies than the canvas. */
async function covered(page: Page): Promise<readonly string[]> {
  const ids = await nodesOnCanvas(page);
  const points = await Promise.all(ids.map(async (id) => ({ id, ...(await pointOf(page, id)) })));
  return page.evaluate(
    (places) =>
      places.filter(({ x, y }) => !document.elementFromPoint(x, y)?.closest('.canvas')).map(({ id }) => id),
    points,
  );
}

async function chooseDay(page: Page, day: string): Promise<void> {
  await strip(page).getByRole('button', { name: 'As of a day' }).click();
  await field(page).fill(day);
  await page.keyboard.press('Enter');
}

test('a day is written, the graph stands as it did then, nothing moves, and there is a way back', async () => {
  const page = await openTimeline();
  const ids = await nodesOnCanvas(page);
  const places = await Promise.all(ids.map((id) => pointOf(page, id)));
  await chooseDay(page, '2014-04-30');
  const notice = page.getByRole('region', { name: 'The graph as of 30 April 2014' });
  await notice.waitFor();
  await page.getByText('Undo “show the graph as of 30 April 2014”').waitFor();
  const then = await nodesOnCanvas(page);
  expect(then).toContain('inspection/cafcass-2014');
  expect(then).not.toContain('inspection/cafcass-2018');
  for (const id of then) expect(await pointOf(page, id)).toEqual(places[ids.indexOf(id)]);
  // The keyboard is still where the day was written.
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);

  await page.getByText('a post that may have been held that day').waitFor({ state: 'attached' });
  await notice.getByText(/posts?$/).click();
  await notice.getByText('Anthony Douglas').waitFor();
  expect(await notice.textContent()).not.toContain('Jacky Tiotto');
  await notice.getByRole('button', { name: 'show all time' }).click();
  await page.getByText('Undo “show all time”').waitFor();
  expect((await nodesOnCanvas(page)).length).toBe(ids.length);
  await page.keyboard.press('Control+z');
  await notice.waitFor();
});

test('by key the day goes by days and months, and Escape shows all time; on a small laptop nothing is covered', async () => {
  const page = await openTimeline({ viewport: small });
  await chooseDay(page, '2014-03-31');
  await page.getByRole('region', { name: 'The graph as of 31 March 2014' }).waitFor();
  await page.getByText('Undo “show the graph as of 31 March 2014”').waitFor();
  expect(await covered(page)).toEqual([]);
  await handle(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('region', { name: 'The graph as of 1 April 2014' }).waitFor();
  expect(await field(page).inputValue()).toBe('2014-04-01');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageDown');
  await page.getByText('Undo “show the graph as of 28 February 2014”').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('Undo “show all time”').waitFor();
  await strip(page).getByRole('button', { name: 'As of a day' }).waitFor();
});

test('the day is dragged, as one step, and a month or a year is a day, too', async () => {
  const page = await openTimeline();
  await chooseDay(page, '2010');
  await page.getByRole('region', { name: 'The graph as of 2010' }).waitFor();
  const flag = await strip(page).locator('.timeline-flag').boundingBox();
  if (!flag) throw new Error('the day is not drawn');
  const [x, y] = [flag.x + flag.width / 2, flag.y + flag.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y);
  await page.mouse.move(x + 160, y);
  await page.mouse.up();
  await page.getByRole('region', { name: /^The graph as of \d+ \w+ 201\d$/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: 'The graph as of 2010' }).waitFor();
});

test('what is no date is said to be none, and changes nothing', async () => {
  const page = await openTimeline();
  await chooseDay(page, 'last spring');
  await strip(page).getByText('A day is written 2014-04-01').waitFor();
  expect(await field(page).getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('region', { name: /^The graph as of/ }).waitFor();
  await page.getByRole('button', { name: 'Show all time', exact: true }).click();
  await strip(page).getByRole('button', { name: 'As of a day' }).waitFor();
});

test.each(['light', 'dark'] as const)('the view as of a day is accessible, %s', async (scheme) => {
  const page = await openTimeline({ colorScheme: scheme });
  await chooseDay(page, '2014-04-30');
  await page
    .getByText(/posts?$/)
    .first()
    .click();
  await expectAccessible(page, 'as of a day');
});

test('on a phone a day is chosen in the sheet and told above the canvas', async () => {
  const viewport = { width: 360, height: 740 };
  const page = await explorer({ viewport, hasTouch: true });
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await strip(page).getByRole('option').first().waitFor();
  await chooseDay(page, '2014-04');
  await page.getByRole('region', { name: 'The graph as of April 2014' }).waitFor();
  await expectAccessible(page, 'as of a day');
});
