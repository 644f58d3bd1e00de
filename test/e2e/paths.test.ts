import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { address, explorer, visit } = shareOversight();

const region = 'region/birmingham-and-black-country';
const fragment = '#/selected=person/yvette-stanley';
const panel = (page: Page) => page.getByRole('region', { name: 'Paths', exact: true });
const chain = (page: Page) => panel(page).locator('.path-chain');
const label = 'show path Yvette Stanley – Birmingham and Black Country';

test('by mouse: from Yvette Stanley to Birmingham and Black Country, lit on the canvas and stepped through', async () => {
  const page = await explorer({ fragment });
  await page.getByRole('button', { name: 'Find path' }).click();
  await panel(page).getByRole('combobox', { name: /^To/ }).click();
  await page.keyboard.type('birmingham and black');
  await panel(page)
    .getByRole('option', { name: /^Birmingham and Black Country region$/ })
    .click();

  await chain(page).waitFor();
  expect(await wordsOf(page)).toEqual([
    'person Yvette Stanley was national director for Regulation and Social Care of →',
    'organisation Ofsted conducted →',
    'inspection Birmingham and Black Country service area, 2009 covered →',
    'region Birmingham and Black Country',
  ]);
  await page.waitForFunction((id) => window.__oversight?.pointOf(id), region);
  await page.getByText(`Undo “${label}”`).waitFor();

  const first = await wordsOf(page);
  const head = panel(page).getByRole('heading', { name: /^Path 1 of \d/ });
  await head.waitFor();
  await panel(page).getByRole('button', { name: 'Next path (N)' }).click();
  await panel(page)
    .getByRole('heading', { name: /^Path 2 of \d/ })
    .waitFor();
  expect(await wordsOf(page)).not.toEqual(first);
  await panel(page).getByRole('button', { name: 'Previous path (Shift N)' }).click();
  await head.waitFor();
  expect(await wordsOf(page)).toEqual(first);

  await chain(page).getByRole('button', { name: 'Ofsted' }).click();
  await page.getByRole('region', { name: 'Details' }).getByRole('heading', { name: 'Ofsted' }).waitFor();
  await page.getByRole('button', { name: 'Paths', exact: true }).click();
  await chain(page).waitFor();
});

test('by keyboard alone: the same path by W, its words spoken, N for the next, one step for undo', async () => {
  const page = await explorer({ fragment });
  await page.getByRole('heading', { name: 'Yvette Stanley' }).waitFor();
  const before = await nodesOnCanvas(page);
  await page.keyboard.press('w');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('To'));
  await page.keyboard.type('birmingham and black');
  await panel(page).getByRole('option').first().waitFor();
  while (!(await page.locator('[aria-selected=true]').textContent())?.endsWith('region'))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  const spoken = panel(page).getByRole('status');
  await spoken
    .filter({ hasText: /^Path 1 of \d, 3 hops: Yvette Stanley – was / })
    .waitFor({ state: 'attached' });
  await page.getByText(`Undo “${label}”`).waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain(region);
  // The focus went from the box that is gone to the heading of what was found.
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toMatch(/^Path 1 of \d$/);
  await page.keyboard.press('n');
  await spoken.filter({ hasText: /^Path 2 of \d/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+N');
  await spoken.filter({ hasText: /^Path 1 of \d/ }).waitFor({ state: 'attached' });

  while ((await page.getByText('Nothing to undo').count()) === 0) {
    await page.getByText(/^Undo “show path/).waitFor();
    await page.keyboard.press('Control+z');
  }
  expect([...(await nodesOnCanvas(page))].sort()).toEqual([...before].sort());
});

test('two that are selected are the ends, from the menu of either', async () => {
  const page = await explorer();
  const [chair, body] = [
    await pointOf(page, 'person/sally-cheshire'),
    await pointOf(page, 'organisation/ofsted'),
  ];
  await page.mouse.click(chair.x, chair.y);
  await page.getByRole('heading', { name: 'Sally Cheshire' }).waitFor();
  await page.keyboard.down('Shift');
  await page.mouse.click(body.x, body.y);
  await page.getByText('2 are selected').waitFor();
  await page.keyboard.up('Shift');
  await page.mouse.click(chair.x, chair.y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Find path/ }).click();
  await chain(page).waitFor();
  const words = await wordsOf(page);
  expect([words[0], words.at(-1)]).toEqual([
    expect.stringContaining('Sally Cheshire'),
    'organisation Ofsted',
  ]);
});

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 360],
] as const)(
  'paths are accessible, %s at %i pixels, and nothing is wider than the screen',
  async (colorScheme, width) => {
    const page = await explorer({
      colorScheme,
      viewport: { width, height: 800 },
      hasTouch: width < 500,
      fragment,
    });
    await page.getByRole('button', { name: 'Find path' }).click();
    await page.getByText('How are two things connected?').waitFor();
    await expectAccessible(page, 'without an end');
    await panel(page).getByRole('combobox', { name: /^To/ }).fill('birmingham and black');
    await panel(page)
      .getByRole('option', { name: /^Birmingham and Black Country region$/ })
      .waitFor();
    await expectAccessible(page, 'searching for the end');
    await panel(page)
      .getByRole('option', { name: /^Birmingham and Black Country region$/ })
      .click();
    await chain(page).waitFor();
    await expectAccessible(page, 'with paths');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
);

test('without a path the search can go further, and a server that cannot be reached is told', async () => {
  // The console names the request that failed, which is what this test is about.
  const page = await visit('about:blank', { mayBreak: true });
  await page.route('**/graphql', async (route) => {
    const { query = '', variables } = route.request().postDataJSON();
    if (!query.includes('query Paths')) return route.continue();
    if (variables.maxHops > 4) return route.abort();
    return route.fulfill({
      json: { data: { paths: { __typename: 'PathList', truncated: false, paths: [] } } },
    });
  });
  await page.goto(`${address()}${fragment}`);
  await page.getByRole('button', { name: 'Find path' }).click();
  await panel(page).getByRole('combobox').fill('tiotto');
  await panel(page).getByRole('option').first().click();
  await panel(page).getByText('No path within 4 hops').last().waitFor();
  await panel(page).getByRole('button', { name: 'Look further (6)' }).click();
  await panel(page).getByText('The server cannot be reached').waitFor();
  await page.unroute('**/graphql');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await chain(page).waitFor();
});

async function wordsOf(page: Page): Promise<readonly string[]> {
  return chain(page)
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => (item.textContent ?? '').replace(/\s+/g, ' ').trim()));
}
