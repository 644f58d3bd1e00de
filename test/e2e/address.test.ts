import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodesOnCanvas, pointOf, waitForDrawing } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

/** What is seen: where each node stands on the canvas and on the screen, and how near one looks. */
function seen(page: Page) {
  return page.evaluate(() => {
    const bridge = window.__oversight;
    if (!bridge) throw new Error('the canvas is not there');
    const nodes = [...bridge.nodes()].sort();
    return {
      zoom: bridge.zoom(),
      places: nodes.map((id) => [id, bridge.placeOf(id)] as const),
      points: nodes.map((id) => [id, bridge.pointOf(id)] as const),
    };
  });
}

type Seen = Awaited<ReturnType<typeof seen>>;

/** The same places exactly, and on the screen to less than a pixel. */
function expectSame(now: Seen, before: Seen): void {
  expect(now.places).toEqual(before.places);
  expect(now.zoom).toBeCloseTo(before.zoom, 3);
  for (const [number, [id, point]] of now.points.entries()) {
    const was = before.points[number]?.[1];
    const gap = Math.hypot((point?.x ?? 0) - (was?.x ?? 0), (point?.y ?? 0) - (was?.y ?? 0));
    expect(gap, `${id} is seen elsewhere`).toBeLessThan(1);
  }
}

/** Until the address has said the same for longer than it takes to be written. */
async function settledAddress(page: Page): Promise<string> {
  for (let before = page.url(); ; before = page.url()) {
    await page.waitForTimeout(900);
    if (page.url() === before) return before;
  }
}

/** Moves Sally Cheshire, hides Ofsted, leaves out quotes, zooms out, and selects Jacky Tiotto. */
async function changeTheView(page: Page): Promise<void> {
  const chair = await pointOf(page, 'person/sally-cheshire');
  await page.mouse.move(chair.x, chair.y);
  await page.mouse.down();
  await page.mouse.move(chair.x + 40, chair.y + 25, { steps: 4 });
  await page.mouse.move(chair.x + 63, chair.y + 31, { steps: 4 });
  await page.mouse.up();
  await page.getByText('Undo “move Sally Cheshire”').waitFor();
  const ofsted = await pointOf(page, 'organisation/ofsted');
  await page.mouse.click(ofsted.x, ofsted.y);
  await page.getByRole('heading', { name: 'Ofsted' }).waitFor();
  await page.keyboard.press('h');
  await page.getByText('Undo “hide Ofsted”').waitFor();
  await page.getByRole('button', { name: 'Quotes', exact: true }).click();
  await page.getByText('Undo “hide all quotes”').waitFor();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  const her = await pointOf(page, 'person/jacky-tiotto');
  await page.mouse.click(her.x, her.y);
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
}

async function expectChanged(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(await nodesOnCanvas(page)).not.toContain('organisation/ofsted');
  expect((await nodesOnCanvas(page)).filter((id) => id.startsWith('quote/'))).toEqual([]);
  const quotes = page.getByRole('button', { name: 'Quotes', exact: true });
  expect(await quotes.getAttribute('aria-pressed')).toBe('false');
}

test('a view that was changed is the same after a reload: places, filters, selection and camera', async () => {
  const page = await explorer();
  await changeTheView(page);
  expect(await settledAddress(page)).toContain('view=1.');
  const before = await seen(page);
  await page.reload();
  await waitForDrawing(page);
  await expectChanged(page);
  expectSame(await seen(page), before);
  await settledAddress(page);
  expectSame(await seen(page), before);
});

test('a copied link opens the same view in a browser that has never seen it', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await explorer({ permissions });
  await changeTheView(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.locator('.toast', { hasText: 'on the clipboard' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const before = await seen(page);
  const other = await explorer({ fragment: new URL(link).hash });
  await expectChanged(other);
  expectSame(await seen(other), before);
});

test('a view as it opens has a short address, and stands the same after a reload', async () => {
  const page = await explorer({
    fragment: '#/selected=person/anthony-douglas',
  });
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  const before = await seen(page);
  expect(new URL(await settledAddress(page)).hash).toBe('#/selected=person/anthony-douglas');
  await page.reload();
  await waitForDrawing(page);
  await page.getByRole('heading', { name: 'Anthony Douglas' }).waitFor();
  expectSame(await seen(page), before);
  expect(new URL(await settledAddress(page)).hash).toBe('#/selected=person/anthony-douglas');
});

test('Back and Forward bring the view of their entry back, and not the selection alone', async () => {
  const page = await explorer();
  const her = await pointOf(page, 'person/jacky-tiotto');
  await page.mouse.click(her.x, her.y);
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  await page.keyboard.press('e');
  await page.getByText('Undo “expand Jacky Tiotto”').waitFor();
  await settledAddress(page);
  const expanded = await seen(page);
  await page.getByRole('button', { name: 'Who is quoted' }).click();
  await page.getByText('Undo “open Who is quoted”').waitFor();
  await waitForDrawing(page);
  await settledAddress(page);
  const quoted = await seen(page);
  expect(quoted.places).not.toEqual(expanded.places);

  await page.goBack();
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  await settledAddress(page);
  expectSame(await seen(page), expanded);
  await page.goForward();
  await page.getByText('Nothing is selected').waitFor();
  await settledAddress(page);
  expectSame(await seen(page), quoted);
});

test('choosing a starting view can be undone, with every node in its place', async () => {
  const page = await explorer();
  const { places } = await seen(page);
  await page.getByRole('button', { name: 'Who is quoted' }).click();
  await page.getByText('Undo “open Who is quoted”').waitFor();
  await waitForDrawing(page);
  expect((await seen(page)).places).not.toEqual(places);
  await page.keyboard.press('Control+z');
  await page.getByText('Nothing to undo').waitFor();
  await settledAddress(page);
  expect((await seen(page)).places).toEqual(places);
  expect(await page.locator('.header-title').textContent()).toContain('in order of time');
});

const newer = 'This link was made by a newer Oversight';

test('a link of a newer version says so, and its address stays until something is done', async () => {
  const page = await explorer({ fragment: '#/view=2.abcdef' });
  await page.locator('.toast', { hasText: newer }).waitFor();
  expect(new URL(await settledAddress(page)).hash).toBe('#/view=2.abcdef');
  const her = await pointOf(page, 'person/jacky-tiotto');
  await page.mouse.click(her.x, her.y);
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(new URL(await settledAddress(page)).hash).toBe('#/selected=person/jacky-tiotto');
  await page.goBack();
  await page.locator('.toast', { hasText: newer }).last().waitFor();
  expect(new URL(page.url()).hash).toBe('#/view=2.abcdef');
});

test('a link that was cut off is told from one of a newer version', async () => {
  const page = await explorer({ fragment: '#/view=1.q1bKVLK' });
  await page.locator('.toast', { hasText: 'lost when it was copied' }).waitFor();
});
