import type { Browser } from 'playwright-core';
import { untilDrawn } from './until-drawn.ts';
import { readersScreen } from './visit.ts';

/** How often the page is opened; the first times the server is still warming up. */
const OPENINGS = 7;

/**
 * Opens the explorer several times, each in a browser profile of its own that has fetched nothing yet. Answers when
 * all nodes were drawn, in milliseconds of the clock since the page began, quickest first: other work only adds to it.
 */
export async function measureOpenings(
  browser: Browser,
  address: string,
  shown: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    const context = await browser.newContext(readersScreen);
    try {
      const page = await context.newPage();
      await page.goto(`${address}?test-bridge`);
      times.push(await untilDrawn(page, shown));
    } finally {
      await context.close();
    }
  }
  return times.sort((a, b) => a - b);
}
