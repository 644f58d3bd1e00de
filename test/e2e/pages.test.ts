import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/chromium/launch-browser.ts';
import { openPage } from './open-explorer.ts';
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

const paths = [
  'person/anthony-douglas',
  'quote/000-04',
  'inspection/cafcass-2018',
  'judgement/cafcass-2018/overall/good',
  'organisation/cafcass',
  'person/nobody-at-all',
];

test.each(['light', 'dark'] as const)(
  'pages are accessible and styled by our own server, %s',
  async (colorScheme) => {
    for (const path of paths) {
      const { page, close } = await openPage(browser, `${served.address}${path}`, { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect(found, path).toEqual([]);
      const font = await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily);
      expect(font).toMatch(/Source Serif|Inter/);
      if (path !== 'person/nobody-at-all') await close();
      else await page.context().close();
    }
  },
);

test('a page fits a phone of 360 pixels', async () => {
  for (const path of paths.slice(0, 5)) {
    const { page, close } = await openPage(browser, `${served.address}${path}`, {
      viewport: { width: 360, height: 740 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
    await close();
  }
});

test('without JavaScript a reader goes from a quote to its speaker, to the body and to its inspection', async () => {
  const { page, close } = await openPage(browser, `${served.address}quote/000-04`, {
    javaScriptEnabled: false,
  });
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('link', { name: 'Anthony Douglas' }).click();
  expect(await heading.textContent()).toBe('Anthony Douglas');
  await page.getByRole('link', { name: 'Cafcass', exact: true }).click();
  expect(await heading.textContent()).toBe('Cafcass');
  await page.getByRole('link', { name: 'Second national inspection of Cafcass' }).click();
  expect(await page.getByText('the sources disagree').count()).toBe(1);
  await close();
});

test('the explorer opens on the node of the page that one comes from', async () => {
  const { page, close } = await openPage(browser, `${served.address}person/jacky-tiotto`);
  await page.getByRole('link', { name: 'Open in the explorer' }).click();
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(page.url()).toContain('/#/selected=person/jacky-tiotto');
  await close();
});
