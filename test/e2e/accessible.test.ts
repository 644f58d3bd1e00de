import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/chromium/launch-browser.ts';
import { openExplorer } from './open-explorer.ts';
import { type ServedOversight, serveOversight } from './serve-oversight.ts';

let browser: Browser;
let served: ServedOversight;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), serveOversight()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test.each(['light', 'dark'] as const)(
  'the explorer is accessible in its main states, %s',
  async (colorScheme) => {
    const { page, close } = await openExplorer(browser, served.address, { colorScheme });
    await expectAccessible(page, 'as it opens');
    await page.keyboard.press('/');
    await page.keyboard.type('cafcass');
    await page.getByRole('option').first().waitFor();
    await expectAccessible(page, 'searching');
    await page.getByRole('combobox').fill('');
    await page.keyboard.press('Escape');

    for (const id of ['inspection/cafcass-2018', 'quote/003-06', 'organisation/cafcass']) {
      await page.evaluate((node) => {
        window.location.hash = `#/selected=${node}`;
      }, id);
      await page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' }).waitFor();
      await expectAccessible(page, id);
    }
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    await page.getByRole('tree').waitFor();
    await expectAccessible(page, 'the outline');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, 'the list of keys');
    await close();
  },
);

test('the explorer is accessible on a phone', async () => {
  const { page, close } = await openExplorer(browser, served.address, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  await expectAccessible(page, 'as it opens');
  await page.getByRole('button', { name: 'Legend', exact: true }).click();
  await expectAccessible(page, 'the legend');
  await close();
});

async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, state).toEqual([]);
}
