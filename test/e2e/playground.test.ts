import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/chromium/launch-browser.ts';
import { openExplorer, openPage } from './open-explorer.ts';
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

test('a query is run in the playground', async () => {
  const query = '{ inspections(first: 100) { totalCount } }';
  const { page, close } = await openPage(
    browser,
    `${served.address}graphql?${new URLSearchParams({ query })}`,
  );
  await runQuery(page, 'inspections');
  await page.locator('.graphiql-response').getByText('totalCount').first().waitFor();
  expect(await responseOf(page)).toContain('11');
  await close();
});

test('from the inspector one comes to a query for exactly that node, which runs', async () => {
  const { page, close } = await openExplorer(browser, served.address, {
    fragment: '#/selected=person/jacky-tiotto',
  });
  await page.getByRole('link', { name: 'Query' }).click();
  await page.waitForURL(/\/graphql\?query=/);
  await runQuery(page, 'person');
  await page.locator('.graphiql-response').getByText('Jacky Tiotto').first().waitFor();
  expect(await responseOf(page)).toContain('Chief Executive');
  await close();
});

/** Runs the query once the editor shows it, of which `words` are a part. */
async function runQuery(page: Page, words: string): Promise<void> {
  await page.locator('.graphiql-query-editor').getByText(words).first().waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
}

/** What the response shows, with the editor's unbreakable spaces as spaces. */
async function responseOf(page: Page): Promise<string> {
  return ((await page.locator('.graphiql-response').textContent()) ?? '').replaceAll('\u00a0', ' ');
}
