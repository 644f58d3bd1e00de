import type { Browser, Page } from 'playwright-core';
import { type CostMeter, type PageCost, type PageState, startMeter } from './page-cost.ts';
import type { ServedGraph } from './serve-generated.ts';

/** One thing that was done, and what it cost the page. Null stands for what was not measured. */
interface MeasuredAction {
  readonly what: string;
  readonly cost: PageCost;
  /** From the begin to the end, in milliseconds of the clock, which other work on the machine disturbs. */
  readonly wall: number;
  readonly note: string;
}

export interface MeasuredView {
  readonly nodes: number;
  readonly lines: number;
  readonly actions: readonly MeasuredAction[];
  /** As Chromium tells them of the whole visit, for the budgets of people on the page. */
  readonly vitals: { readonly lcp: number; readonly cls: number; readonly longestEvent: number };
  readonly before: PageState;
  readonly after: PageState;
  readonly mounts: number;
}

interface Visit {
  readonly page: Page;
  readonly meter: CostMeter;
  readonly actions: MeasuredAction[];
}

/** Opens the explorer on the graph and does what a reader does, measuring each thing by itself. */
export async function measureExplorer(
  browser: Browser,
  served: ServedGraph,
  options: { readonly shown: number; readonly everything: number | null; readonly mounts: number },
): Promise<MeasuredView> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  // tsx gives functions their names by a helper, which those that are sent to the page miss there.
  await context.addInitScript({ content: 'globalThis.__name ??= (each) => each;' });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  // The first page is empty but of our own host, so that one process serves the whole visit and its counters go on.
  await page.goto(`${served.address}missing`);
  const visit: Visit = { page, meter: await startMeter(page), actions: [] };
  await measure(visit, 'first paint of the view', async () => {
    await page.goto(`${served.address}?test-bridge`);
    await untilDrawn(page, options.shown);
  });
  if (options.everything !== null) {
    await measure(visit, 'show everything', async () => {
      await page.getByRole('button', { name: 'show everything' }).click();
      await untilDrawn(page, options.everything ?? 0);
    });
  }
  const { nodes, lines } = await page.evaluate(() => ({
    nodes: window.__oversight?.nodes().length ?? 0,
    lines: window.__oversight?.lines() ?? 0,
  }));
  await pan(visit);
  await select(visit, 'select a node', 'inspection/5');
  if (options.everything === null) await expand(visit);
  await arrange(visit, 'By type', 'arrange by type');
  const vitals = await readVitals(page);
  const [before, after] = await mountAgain(visit, options.mounts);
  await context.close();
  return { nodes, lines, actions: visit.actions, vitals, before, after, mounts: options.mounts };
}

async function measure(
  { page, meter, actions }: Visit,
  what: string,
  action: () => Promise<void>,
  note: (cost: PageCost, wall: number) => string = () => '',
): Promise<void> {
  const begun = performance.now();
  const cost = await meter.during(action);
  const wall = performance.now() - begun;
  actions.push({ what, cost, wall, note: note(cost, wall) });
  await settle(page);
}

/** Until two frames have passed: then what was asked for is on the screen. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function untilDrawn(page: Page, nodes: number): Promise<void> {
  await page.waitForFunction((count) => (window.__oversight?.nodes().length ?? 0) >= count, nodes);
  await settle(page);
}

async function pan(visit: Visit): Promise<void> {
  const { page } = visit;
  const moves = 60;
  await measure(
    visit,
    `pan, ${moves} movements of the hand`,
    async () => {
      await page.mouse.move(520, 850);
      await page.mouse.down();
      for (let move = 1; move <= moves; move++) await page.mouse.move(520 + move * 4, 850 - move * 2);
      await page.mouse.up();
      await settle(page);
    },
    ({ task }) =>
      `${(task / moves).toFixed(1)} ms of CPU a movement: room for ${Math.floor((1000 * moves) / task)} a second`,
  );
}

async function select(visit: Visit, what: string, id: string): Promise<void> {
  const { page } = visit;
  const point = await page.evaluate((node) => window.__oversight?.pointOf(node) ?? null, id);
  if (!point) throw new Error(`${id} is not on the canvas`);
  await page.mouse.move(point.x, point.y);
  await settle(page);
  await measure(visit, what, async () => {
    await page.mouse.click(point.x, point.y);
    await page.waitForFunction((node) => window.__oversight?.selected().includes(node), id);
    await settle(page);
  });
}

async function expand(visit: Visit): Promise<void> {
  const { page } = visit;
  await select(visit, 'select a person', 'person/0');
  // The details of the person come in meanwhile, and are none of the expansion's.
  await page.waitForLoadState('networkidle');
  const before = await page.evaluate(() => window.__oversight?.nodes().length ?? 0);
  await measure(visit, 'expand: about 20 newcomers', async () => {
    await page.keyboard.press('e');
    await untilDrawn(page, before + 1);
  });
}

async function arrange(visit: Visit, item: string, what: string): Promise<void> {
  const { page } = visit;
  await page.getByRole('button', { name: /^Arranged/ }).click();
  const places = () => page.evaluate(() => JSON.stringify(window.__oversight?.places()['inspection/5']));
  const before = await places();
  await measure(visit, what, async () => {
    await page.getByRole('menuitemradio', { name: new RegExp(`^${item}`) }).click();
    await page.waitForFunction(
      (place) => JSON.stringify(window.__oversight?.places()['inspection/5']) !== place,
      before,
    );
    await settle(page);
  });
}

async function readVitals(page: Page): Promise<MeasuredView['vitals']> {
  return page.evaluate(async () => {
    const read = (type: string) =>
      new Promise<PerformanceEntryList>((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => done([]), 500);
      });
    const [paints, shifts, events] = await Promise.all(
      ['largest-contentful-paint', 'layout-shift', 'event'].map(read),
    );
    const shiftOf = (entry: PerformanceEntry) => ('value' in entry ? Number(entry.value) : 0);
    return {
      lcp: paints?.at(-1)?.startTime ?? Number.NaN,
      cls: shifts?.reduce((sum, entry) => sum + shiftOf(entry), 0) ?? Number.NaN,
      longestEvent: Math.max(0, ...(events ?? []).map(({ duration }) => duration)),
    };
  });
}

/** Takes the canvas down and mounts it again, as the page does when it becomes a phone's and back. */
async function mountAgain({ page, meter }: Visit, mounts: number): Promise<readonly [PageState, PageState]> {
  let before: PageState | null = null;
  for (let mount = 0; mount < mounts; mount++) {
    await page.setViewportSize(mount % 2 === 0 ? { width: 700, height: 900 } : { width: 1440, height: 900 });
    await page.waitForFunction(
      (isPhone) =>
        (document.querySelector('.phone') !== null) === isPhone && document.querySelector('[data-ready]'),
      mount % 2 === 0,
    );
    await settle(page);
    // The first mounts fill caches that then stay as they are.
    if (mount === 3) before = await meter.state();
  }
  const after = await meter.state();
  return [before ?? after, after];
}
