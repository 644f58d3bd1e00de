import type { Page } from 'playwright-core';
import { settle } from './visit.ts';

/**
 * Waits until so many nodes have their places and are drawn; answers when that was, in milliseconds since the page
 * began.
 */
export async function untilDrawn(page: Page, nodes: number): Promise<number> {
  await page.waitForFunction(
    (count) => {
      if ((window.__oversight?.count() ?? 0) < count) return false;
      document.documentElement.dataset.drawnAt ??= String(performance.now());
      return true;
    },
    nodes,
    { polling: 'raf' },
  );
  await settle(page);
  return page.evaluate(() => Number(document.documentElement.dataset.drawnAt));
}
