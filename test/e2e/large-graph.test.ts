import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedGraph, serveGenerated } from '../../bench/explorer/serve-generated.ts';
import { launchBrowser } from '../support/chromium/launch-browser.ts';
import { expectSamePlaces, type OpenPage, openPage, placesOf, pointOf } from './open-explorer.ts';

const SHOWN = 2_000;
const SIZE = 3_600;

let served: ServedGraph;
let browser: Browser;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  served = await serveGenerated(SIZE, SHOWN);
  browser = await launchBrowser();
  opened = await openPage(browser, `${served.address}?test-bridge`);
  page = opened.page;
  await page.waitForFunction((nodes) => window.__oversight?.count() === nodes, SHOWN, { timeout: 120_000 });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

function count(): Promise<number> {
  return page.evaluate(() => window.__oversight?.count() ?? 0);
}

async function untilDrawn(nodes: number): Promise<void> {
  await expect.poll(count, { timeout: 120_000, interval: 200 }).toBe(nodes);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function selected(): Promise<readonly string[]> {
  return page.evaluate(() => window.__oversight?.selected() ?? []);
}

/** A person upon whom nothing lies, near the middle of the canvas; zoomed in, so that a hand can meet them. */
async function somebody(): Promise<{ readonly id: string; readonly x: number; readonly y: number }> {
  return page.evaluate(() => {
    const bridge = window.__oversight;
    for (const id of bridge?.nodes() ?? []) {
      const point = id.startsWith('person/') ? bridge?.pointOf(id) : null;
      const isNear = point && Math.hypot(point.x - 650, point.y - 450) < 150;
      if (isNear && document.elementFromPoint(point.x, point.y)?.closest('.canvas')) return { id, ...point };
    }
    throw new Error('There is nobody in the middle');
  });
}

async function zoomIn(): Promise<void> {
  const zoom = () => page.evaluate(() => window.__oversight?.zoom() ?? 0);
  while ((await zoom()) < 0.7) await page.getByRole('button', { name: 'Zoom in' }).click();
}

test('2,000 nodes are painted as a whole: Cytoscape holds none of them', async () => {
  expect(await page.evaluate(() => window.__oversight?.elements())).toBe(0);
  expect(await page.evaluate(() => window.__oversight?.lines() ?? 0)).toBeGreaterThan(3_000);
});

test('a hand pans, hovers, selects, drags, boxes and opens the menu as on a small view', async () => {
  const before = await placesOf(page);
  await page.mouse.move(520, 850);
  await page.mouse.down();
  await page.mouse.move(560, 800, { steps: 4 });
  await page.mouse.up();
  expect(await selected()).toEqual([]);
  await expectSamePlaces(page, before);
  await zoomIn();
  const person = await somebody();
  await page.mouse.click(person.x, person.y);
  await expect.poll(selected).toEqual([person.id]);
  await expect.poll(() => page.getByRole('region', { name: 'Details' }).textContent()).toContain('Person');
  await drag(person);
  await dragByFinger(person.id);
  await page.mouse.click(person.x + 60, person.y - 40, { button: 'right' });
  await page.getByRole('menu', { name: /^What to do with Person/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(selected).toEqual([]);
  await box();
});

/** The node follows the hand, nothing else does, and it is a step that can be undone. */
async function drag({ id, x, y }: Awaited<ReturnType<typeof somebody>>): Promise<void> {
  const before = await placesOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y - 40, { steps: 5 });
  await page.mouse.up();
  const there = await pointOf(page, id);
  expect(Math.hypot(there.x - x - 60, there.y - y + 40)).toBeLessThan(2);
  const others = new Map([...before].filter(([other]) => other !== id));
  await expectSamePlaces(page, others);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(async () => Math.hypot((await pointOf(page, id)).x - x)).toBeLessThan(1);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(async () => Math.hypot((await pointOf(page, id)).x - x - 60)).toBeLessThan(1);
}

/** One finger drags the node and nothing else, down and back again. */
async function dragByFinger(id: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { x, y } = await pointOf(page, id);
  const before = await placesOf(page);
  const others = new Map([...before].filter(([other]) => other !== id));
  for (const [from, to] of [
    [y, y + 48],
    [y + 48, y],
  ] as const) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: from }] });
    for (const share of [0.25, 0.5, 0.75, 1])
      await session.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x, y: from + (to - from) * share }],
      });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(async () => Math.abs((await pointOf(page, id)).y - to)).toBeLessThan(2);
    await expectSamePlaces(page, others);
  }
  await session.detach();
}

async function box(): Promise<void> {
  await page.keyboard.down('Shift');
  await page.mouse.move(500, 300);
  await page.mouse.down();
  await page.mouse.move(800, 600, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect.poll(async () => (await selected()).length).toBeGreaterThan(2);
  for (const id of await selected()) {
    const { x, y } = await pointOf(page, id);
    expect(x > 498 && x < 802 && y > 298 && y < 602).toBe(true);
  }
  await page.getByRole('application').focus();
  await page.keyboard.press('Escape');
}

test('expanding brings newcomers in and moves nobody', async () => {
  await page.getByRole('combobox').first().fill('Person 0 of');
  await page.getByRole('option').first().click();
  await expect.poll(selected).toEqual(['person/0']);
  const before = await placesOf(page);
  await page.getByRole('button', { name: /^Expand \d+$/ }).click();
  await expect.poll(count).toBeGreaterThan(SHOWN);
  await expectSamePlaces(page, before);
});

test('the canvas taken down and mounted again leaves no listener and no element behind', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const valueNamed = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      listeners: valueNamed('JSEventListeners'),
      nodes: valueNamed('Nodes'),
      workers: page.workers().length,
      canvases: await page.locator('canvas').count(),
    };
  };
  const mountAgain = async () => {
    await page.setViewportSize({ width: 700, height: 900 });
    await page.locator('.phone [data-ready]').waitFor();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('.app-main:not(:has(.phone)) [data-ready]').waitFor();
    await untilDrawn(await count());
  };
  for (let time = 0; time < 3; time++) await mountAgain();
  const before = await held();
  for (let time = 0; time < 6; time++) await mountAgain();
  const after = await held();
  expect(after.workers).toBe(before.workers);
  expect(after.canvases).toBe(before.canvases);
  // Tooltips and messages that go by themselves may be between.
  expect(after.listeners - before.listeners).toBeLessThan(6);
  expect(after.nodes - before.nodes).toBeLessThan(60);
});

/** Layouts, but plain ones, get their task late from now on: what is quick on a good machine takes long, as on a graph ten times as large. */
function holdLayouts(on: Page): Promise<void> {
  return on.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function hold(this: Worker, request: { readonly stood: unknown }) {
      if (request.stood) postMessage.call(this, request);
      else setTimeout(() => postMessage.call(this, request), 60_000);
    };
  });
}

test('everything is shown with a message above it, and a new arrangement can be cancelled', async () => {
  await page.getByRole('button', { name: 'show everything' }).click();
  await untilDrawn(SIZE);
  const message = page.getByText(/nodes are more than a drawing can tell/);
  await message.waitFor();
  const before = await placesOf(page);
  await holdLayouts(page);
  await page.getByRole('button', { name: /^Arranged/ }).click();
  await page.getByRole('menuitem', { name: /^Arrange anew/ }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('application').focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
  await expectSamePlaces(page, before);
  expect((await placesOf(page)).size).toBe(SIZE);
  await page.getByRole('button', { name: 'Keep all' }).click();
  await expect.poll(() => message.count()).toBe(0);
  await opened.close();
});
