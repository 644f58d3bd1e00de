import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Cost, type CostMeter, startMeter } from './page-cost.ts';

/** One thing that was done, and what it cost; null where it was not done within the time that is given to each. */
export interface MeasuredAction {
  readonly what: string;
  readonly cost: Cost | null;
  /** From the begin to the end, in milliseconds of the clock, which other work on the machine disturbs. */
  readonly wall: number;
  /** The longest that the page took to show what a press or a click had done, in milliseconds; 0 for under 16. */
  readonly answer: number;
  readonly note: string;
}

/** A page that is used as a reader uses it, while each thing that is done is measured. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly meter: CostMeter;
  readonly actions: MeasuredAction[];
  /** Hears what is measured, as it is. */
  readonly tell: (line: string) => void;
}

/** What takes longer than this, in milliseconds, is given up and said to be so. */
export const LONGEST = 90_000;

declare global {
  interface Window {
    /** The longest answer to a press or a click since it was set to 0; see `visit.ts`. */
    __answer?: number;
  }
}

/** What every page of the bench is looked at on. */
export const readersScreen = {
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions;

/** `server` is the process that serves the address. */
export async function startVisit(
  browser: Browser,
  address: string,
  server: number,
  tell: (line: string) => void,
): Promise<Visit> {
  const context = await browser.newContext(readersScreen);
  // tsx gives functions their names by a helper, which those that are sent to the page miss there.
  await context.addInitScript({ content: 'globalThis.__name ??= (each) => each;' });
  await context.addInitScript(watchAnswers);
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST);
  // The first page is empty but of our own host, so that one process serves the whole visit and its counters go on.
  await page.goto(`${address}missing`);
  return { context, page, meter: await startMeter(page, server), actions: [], tell };
}

function watchAnswers(): void {
  window.__answer = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('interactionId' in entry && entry.interactionId !== 0)
        window.__answer = Math.max(window.__answer ?? 0, entry.duration);
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

interface MeasureOptions {
  /** What a sum of costs comes to, in words. */
  readonly note?: (cost: Cost) => string;
  /** Reads the wall time from the page itself, where it knows better when the thing was done. */
  readonly wall?: () => Promise<number>;
}

/** Does something and measures it. What fails or takes too long is told with its reason and measured as such. */
export async function measure(
  visit: Visit,
  what: string,
  action: () => Promise<void>,
  { note = () => '', wall }: MeasureOptions = {},
): Promise<void> {
  const { page, meter, actions, tell } = visit;
  const begun = performance.now();
  let measured: MeasuredAction;
  try {
    await page.evaluate(() => {
      window.__answer = 0;
    });
    const cost = await within(LONGEST, meter.during(action));
    const took = wall ? await wall() : performance.now() - begun;
    await settle(page);
    const answer = await page.evaluate(() => window.__answer ?? 0);
    measured = { what, cost, wall: took, answer, note: note(cost) };
  } catch (error) {
    const [reason = ''] = String(error).split('\n');
    measured = { what, cost: null, wall: performance.now() - begun, answer: 0, note: reason };
  }
  actions.push(measured);
  tell(sayAction(measured));
}

function sayAction({ what, cost, wall, answer, note }: MeasuredAction): string {
  const figures = cost
    ? `main ${Math.round(cost.task)} ms (script ${Math.round(cost.script)}), renderer ${Math.round(cost.renderer)}, server ${Math.round(cost.server)}`
    : 'NOT DONE';
  return `  ${what}: ${figures}, clock ${Math.round(wall)}, answer ${Math.round(answer)}  ${note}`;
}

/** The promise's value, unless it takes longer. */
export async function within<Value>(milliseconds: number, promised: Promise<Value>): Promise<Value> {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`not within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(alarm);
  }
}

/** Until two frames have passed: then what was asked for is on the screen. */
export async function settle(page: Page): Promise<void> {
  await within(
    LONGEST,
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
  );
}
