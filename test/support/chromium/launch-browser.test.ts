import { expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

test('a browser draws a page and closes', { timeout: 60_000 }, async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Who inspected whom</h1>');
  expect(await page.getByRole('heading').textContent()).toBe('Who inspected whom');
  expect((await page.getByRole('heading').boundingBox())?.height).toBeGreaterThan(0);
  await browser.close();
  expect(browser.isConnected()).toBe(false);
});
