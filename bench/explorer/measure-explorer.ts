import type { Browser, Page } from 'playwright-core';
import type { StartedServer } from '../start-server.ts';
import { measureBare, type Places } from './measure-bare.ts';
import { type Mounts, measureMounts } from './measure-mounts.ts';
import { measureOpenings } from './measure-openings.ts';
import { panByHand } from './pan-by-hand.ts';
import { untilDrawn } from './until-drawn.ts';
import { type MeasuredAction, measure, settle, startVisit, type Visit } from './visit.ts';

export interface MeasuredView {
  readonly nodes: number;
  readonly lines: number;
  /** When all was drawn, each time that the page was opened, in milliseconds of the clock, quickest first. */
  readonly openings: readonly number[];
  /** What each reader has done. */
  readonly visits: readonly (readonly MeasuredAction[])[];
  readonly vitals: Vitals;
  readonly mounts: Mounts | null;
  /** What the same costs on a page that has nothing but Cytoscape; none where that was not measured. */
  readonly bare: readonly MeasuredAction[];
}

/** As Chromium tells them of the whole visit, for the budgets of people on the page. */
interface Vitals {
  /** Milliseconds of the clock. */
  readonly lcp: number;
  readonly cls: number;
}

interface Options {
  /** Of the generated graph. */
  readonly size: number;
  /** How many nodes the page opens on. */
  readonly shown: number;
  /** How many there are when everything is shown; null for a view that is left as it opens. */
  readonly everything: number | null;
  /** How many readers do all of it, each new to the page. */
  readonly visits: number;
  readonly mounts: number;
}

/** Opens the explorer on the graph and does what readers do, measuring each thing by itself. */
export async function measureExplorer(
  browser: Browser,
  server: StartedServer,
  options: Options,
  tell: (line: string) => void,
): Promise<MeasuredView> {
  const address = `http://127.0.0.1:${server.port}/`;
  const openings = await measureOpenings(browser, address, options.shown);
  tell(`  opened in ${openings.map(Math.round).join(', ')} ms of the clock`);
  const visits: Visited[] = [];
  while (visits.length < options.visits) {
    const isLast = visits.length === options.visits - 1;
    visits.push(
      await visitAsReader(browser, server, { ...options, mounts: isLast ? options.mounts : 0 }, tell),
    );
  }
  const last = visits.at(-1);
  if (!last) throw new Error('Nobody has visited the page');
  const places = last.places;
  const bare = places ? await measureBare(browser, address, { ...options, places }, tell) : [];
  return { ...last, openings, bare, visits: visits.map(({ actions }) => actions) };
}

interface Visited extends Pick<MeasuredView, 'nodes' | 'lines' | 'vitals' | 'mounts'> {
  readonly actions: readonly MeasuredAction[];
  /** Where all stand when a node is expanded. */
  readonly places: Places | null;
}

/** A new reader, whose browser has nothing of the page yet. */
async function visitAsReader(
  browser: Browser,
  server: StartedServer,
  options: Options,
  tell: (line: string) => void,
): Promise<Visited> {
  const address = `http://127.0.0.1:${server.port}/`;
  const visit = await startVisit(browser, address, server.pid, tell);
  const { page, actions } = visit;
  try {
    await open(visit, address, options.shown);
    if (options.everything !== null) await showEverything(visit, options.everything);
    const size = await page.evaluate(() => ({
      nodes: window.__oversight?.count() ?? 0,
      lines: window.__oversight?.lines() ?? 0,
    }));
    await panByHand(visit, { x: 520, y: 850 });
    for (const point of await inTheOpen(page, 2)) await hoverAndSelect(visit, point);
    const places = options.everything === null ? await expand(visit) : null;
    for (const [item, what] of [
      ['By type', 'arrange by type'],
      ['In levels', 'arrange in levels'],
    ] as const)
      await arrange(visit, item, what);
    const vitals = await readVitals(page);
    const mounts = options.mounts > 0 ? await measureMounts(visit, options.mounts) : null;
    return { ...size, actions, vitals, mounts, places };
  } finally {
    await visit.context.close();
  }
}

/**
 * What comes after a thing is done, as the details of what was selected and the address, is none of the next one's.
 * The network is never idle: news come over a stream that stays open.
 */
async function restAWhile(page: Page): Promise<void> {
  await page.waitForTimeout(1_200);
}

async function open(visit: Visit, address: string, shown: number): Promise<void> {
  const { page } = visit;
  let drawnAt = Number.NaN;
  await measure(
    visit,
    'first paint of the view',
    async () => {
      await page.goto(`${address}?test-bridge`);
      drawnAt = await untilDrawn(page, shown);
    },
    { wall: async () => drawnAt },
  );
  await restAWhile(page);
}

async function showEverything(visit: Visit, everything: number): Promise<void> {
  const { page } = visit;
  await measure(visit, 'show everything', async () => {
    await page.getByRole('button', { name: 'show everything' }).click();
    await untilDrawn(page, everything);
  });
  await restAWhile(page);
  // It says that so much cannot be read; it stands above the drawing until it is closed.
  await page.getByRole('button', { name: 'Keep all' }).click();
  await settle(page);
}

/** Some nodes upon which nothing lies, no panel and no message, in pixels of the page. */
async function inTheOpen(page: Page, wanted: number): Promise<readonly { x: number; y: number }[]> {
  return page.evaluate((count) => {
    const bridge = window.__oversight;
    return (bridge?.nodes() ?? [])
      .filter((id) => id.startsWith('inspection/') || id.startsWith('person/'))
      .flatMap((id) => bridge?.pointOf(id) ?? [])
      .filter(({ x, y }) => document.elementFromPoint(x, y)?.closest('.canvas'))
      .slice(0, count);
  }, wanted);
}

async function hoverAndSelect(visit: Visit, point: { x: number; y: number }): Promise<void> {
  const { page } = visit;
  const selected = () => page.evaluate(() => window.__oversight?.selected().join(' ') ?? '');
  await measure(visit, 'hover over a node', async () => {
    await page.mouse.move(point.x, point.y);
    await settle(page);
  });
  const before = await selected();
  await measure(visit, 'select it', async () => {
    await page.mouse.click(point.x, point.y);
    await page.waitForFunction((was) => window.__oversight?.selected().join(' ') !== was, before, {
      polling: 50,
    });
    await settle(page);
  });
  await restAWhile(page);
}

/** The first person has said the last quotes, which are not on the view. Answers where all stand then. */
async function expand(visit: Visit): Promise<Places> {
  const { page } = visit;
  await page.getByRole('combobox').first().fill('Person 0 of');
  await page.getByRole('option').first().click();
  await page.waitForFunction(() => window.__oversight?.selected().includes('person/0'), null, {
    polling: 50,
  });
  await restAWhile(page);
  const before = await page.evaluate(() => window.__oversight?.count() ?? 0);
  await page.getByRole('application').focus();
  const expandNow = (what: string) =>
    measure(visit, what, async () => {
      await page.keyboard.press('e');
      await page.waitForFunction((count) => (window.__oversight?.count() ?? 0) > count, before, {
        polling: 50,
      });
      await settle(page);
    });
  await expandNow('expand: about 20 newcomers');
  await restAWhile(page);
  await measure(visit, 'undo it', async () => {
    await page.keyboard.press('Control+z');
    await page.waitForFunction((count) => window.__oversight?.count() === count, before, { polling: 50 });
    await settle(page);
  });
  await restAWhile(page);
  // What runs for the first time is interpreted; for a reader who goes on it has been compiled.
  await expandNow('expand once more');
  await restAWhile(page);
  return page.evaluate(() => window.__oversight?.places() ?? {});
}

async function arrange(visit: Visit, item: string, what: string): Promise<void> {
  const { page } = visit;
  await page.getByRole('button', { name: /^Arranged/ }).click();
  const place = () => page.evaluate(() => JSON.stringify(window.__oversight?.placeOf('inspection/5')));
  const before = await place();
  await measure(visit, what, async () => {
    await page.getByRole('menuitemradio', { name: new RegExp(`^${item}`) }).click();
    await page.waitForFunction(
      (stood) => JSON.stringify(window.__oversight?.placeOf('inspection/5')) !== stood,
      before,
      { polling: 50 },
    );
    await settle(page);
  });
}

async function readVitals(page: Page): Promise<Vitals> {
  return page.evaluate(async () => {
    const read = (type: string) =>
      new Promise<PerformanceEntryList>((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => done([]), 500);
      });
    const [paints, shifts] = await Promise.all(['largest-contentful-paint', 'layout-shift'].map(read));
    // What moves because the reader asked for it does not count.
    const shiftOf = (entry: PerformanceEntry) =>
      'value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput ? Number(entry.value) : 0;
    return {
      lcp: paints?.at(-1)?.startTime ?? Number.NaN,
      cls: shifts?.reduce((sum, entry) => sum + shiftOf(entry), 0) ?? Number.NaN,
    };
  });
}
