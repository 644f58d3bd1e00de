import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { nodesOnCanvas, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { address, explorer, visit } = shareOversight();

test('it opens on the first starting view, and the others are one click away', async () => {
  const page = await explorer();
  const shown = page.getByText(/^\d+ of \d+ shown$/);
  const [, nodes = '', all = ''] = /^(\d+) of (\d+) shown$/.exec((await shown.textContent()) ?? '') ?? [];
  expect(Number(nodes)).toBeLessThanOrEqual(40);
  expect(Number(all)).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Where the sources disagree' }).click();
  await page.getByText('Where the sources disagree', { exact: true }).first().waitFor();
  await page.waitForFunction(() => window.__oversight?.nodes().includes('event/took-over'));
  await page.getByRole('button', { name: 'show everything' }).click();
  await page.getByText(`${all} of ${all} shown`).waitFor();
});

test('nothing jumps while the page comes up: its cumulative layout shift is at most 0.02', async () => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    const page = await explorer({ viewport });
    if (viewport.width > 1000) await page.getByRole('button', { name: 'Quotes', exact: true }).waitFor();
    // Entries of before come in a task of their own; a paint is told of for sure, a shift only where there was one.
    const entries = await page.evaluate(
      () =>
        new Promise<{ type: string; value: number }[]>((done) => {
          const told: { type: string; value: number }[] = [];
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              told.push({ type: entry.entryType, value: 'value' in entry ? Number(entry.value) : 0 });
            if (told.some(({ type }) => type === 'paint')) setTimeout(() => done(told), 100);
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          observer.observe({ type: 'paint', buffered: true });
        }),
    );
    const shift = entries.reduce((sum, { value }) => sum + value, 0);
    expect(shift).toBeLessThanOrEqual(0.02);
  }
});

test('the legend filters by type, shows one type alone by Alt and a click, and says what is disputed', async () => {
  const page = await explorer();
  const quotes = page.getByRole('button', { name: 'Quotes', exact: true });
  expect(await quotes.getAttribute('aria-pressed')).toBe('true');
  await quotes.click();
  expect(await quotes.getAttribute('aria-pressed')).toBe('false');
  await quotes.click({ modifiers: ['Alt'] });
  await page.getByText(/^5 of \d+ shown$/).waitFor();
  await page.getByRole('button', { name: 'Show all: Types' }).click();
  await page.getByRole('checkbox', { name: /what sources disagree on/ }).check();
  await page.getByText(/^3 of \d+ shown$/).waitFor();
});

test('an address with a node selects it, adds it, and follows back and forward', async () => {
  const page = await explorer({
    fragment: '#/selected=quote/003-06',
  });
  await page.locator('blockquote').waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain('quote/003-06');
  await page.getByRole('region', { name: 'Said by' }).getByRole('button', { name: 'Jacky Tiotto' }).click();
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(page.url()).toContain('selected=person/jacky-tiotto');
  await page.goBack();
  await page.locator('blockquote').waitFor();
  await page.goForward();
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
});

test('an address of something that is not there says so', async () => {
  const page = await explorer({
    fragment: '#/selected=person/nobody-at-all',
  });
  await page.getByText('This is not in the graph').waitFor();
});

test('a disputed judgement stands in the inspector with both sides and their sources', async () => {
  const page = await explorer({
    fragment: '#/selected=inspection/cafcass-2018',
  });
  const dispute = page.getByRole('region', { name: 'Disputed: the overall grade' });
  const words = (await dispute.textContent()) ?? '';
  expect(words).toContain('The sources disagree on the overall grade');
  expect(words).toMatch(/good/i);
  expect(words).toMatch(/outstanding/i);
  expect(words).toContain('official statistics, 2018');
  await dispute.getByRole('button', { name: 'Good' }).click();
  await page.getByRole('heading', { name: /^overall: Good/ }).waitFor();
  expect(await dispute.textContent()).toMatch(/outstanding/i);
});

test('the theme is changed and remembered', async () => {
  const page = await explorer();
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  await button.click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await ground()).toBe(dark);
});

test('panels that are closed stay closed, and the canvas takes their room', async () => {
  const page = await explorer();
  const width = async () => (await page.getByRole('region', { name: 'Graph' }).boundingBox())?.width ?? 0;
  expect(await width()).toBeGreaterThanOrEqual(0.6 * 1440);
  await page.getByRole('button', { name: 'Close legend and outline' }).click();
  await page.getByRole('button', { name: 'Close details' }).click();
  expect(await width()).toBe(1440);
  await page.reload();
  await page.getByRole('button', { name: 'Legend and outline' }).waitFor();
  expect(await width()).toBe(1440);
});

test('on a phone the panels are sheets below the canvas, and nothing is wider than the screen', async () => {
  const page = await explorer({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    fragment: '#/selected=person/jacky-tiotto',
  });
  // What is selected has its details open.
  await page.getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(await widestOf(page)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Legend', exact: true }).last().click();
  await page.getByRole('button', { name: 'Quotes', exact: true }).waitFor();
  expect(await widestOf(page)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Close legend and outline' }).click();
  await page.getByRole('region', { name: 'Legend and outline' }).waitFor({ state: 'detached' });
  // With its longest words, too, one row of cards covers the drawing.
  await page.getByRole('button', { name: 'By time' }).click();
  await page.getByRole('menuitemradio', { name: /^By relationship/ }).click();
  await page.locator('.stage-arrange', { hasText: 'by relationship' }).waitFor();
  const tops = await page
    .locator('.stage-arrange, .stage-count')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  // While something is fetched its card covers nobody, either.
  await page.route('**/graphql', () => {});
  await page.getByRole('button', { name: 'show everything' }).click();
  const busy = page.getByRole('status').filter({ hasText: 'Fetching the whole graph' });
  await busy.getByRole('button', { name: 'Cancel' }).waitFor();
  const [card, stage] = [
    await busy.boundingBox(),
    await page.getByRole('region', { name: 'Graph' }).boundingBox(),
  ];
  expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(stage?.y ?? 0);
});

test('on a phone what is tapped stays as large as it was, in the middle of what is left above the sheet', async () => {
  const page = await explorer({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const zoom = () => page.evaluate(() => window.__oversight?.zoom() ?? 0);
  const fitted = await zoom();
  // The last row stands where the sheet will be.
  const id = await page.evaluate(() => {
    const bridge = window.__oversight;
    const height = (each: string) => bridge?.pointOf(each)?.y ?? 0;
    return (bridge?.nodes() ?? [])
      .filter((each) => each.startsWith('quote/'))
      .sort((a, b) => height(b) - height(a))[0];
  });
  const tapped = await pointOf(page, id ?? '');
  await page.touchscreen.tap(tapped.x, tapped.y);
  await page.getByRole('button', { name: 'Close details' }).waitFor();
  const canvas = page.getByRole('region', { name: 'Graph' });
  await expect.poll(async () => (await canvas.boundingBox())?.height ?? 0).toBeLessThan(320);
  const { y = 0, height = 0 } = (await canvas.boundingBox()) ?? {};
  await expect.poll(async () => (await pointOf(page, id ?? '')).y).toBeLessThan(y + height - 40);
  expect((await pointOf(page, id ?? '')).y).toBeGreaterThan(y + 56);
  expect(await zoom()).toBe(fitted);
  await page.getByRole('button', { name: 'Zoom in' }).waitFor();
  await page.getByRole('button', { name: 'Close details' }).click();
  // All of it again, as fitted as before.
  await expect.poll(async () => (await pointOf(page, id ?? '')).y).toBeCloseTo(tapped.y, 0);
});

test('a search that finds nothing says so, and a typing error is forgiven', async () => {
  const page = await explorer();
  await page.keyboard.press('/');
  await page.keyboard.type('tiptto');
  await page.getByText('Near matches').waitFor();
  await page.getByRole('option', { name: 'Jacky Tiotto' }).waitFor();
  await page.getByRole('combobox').fill('zzzzqqqq');
  await page.getByText('Nothing found for “zzzzqqqq”').waitFor();
});

test('where the server cannot be reached the page says so, and tries again when asked', async () => {
  // The console names the request that failed, which is what this test is about.
  const page = await visit('about:blank', { mayBreak: true });
  // What the page tries by itself fails to the end, so that the graph can come by the button alone.
  let isBack = false;
  await page.route('**/readyz', (route) => route.abort());
  await page.route('**/graphql', (route) =>
    isBack && route.request().postData()?.includes('query Opening') ? route.continue() : route.abort(),
  );
  await page.goto(address());
  // The banner says it, and the notice in the place of the graph.
  await page.getByText('The server cannot be reached').first().waitFor();
  isBack = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(/^\d+ of \d+ shown$/).waitFor();
});

function widestOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
