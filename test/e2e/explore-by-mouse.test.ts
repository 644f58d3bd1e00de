import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectSamePlaces, nodesOnCanvas, placesOf, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const details = (page: Page) => page.getByRole('region', { name: 'Details' });

test('by mouse: find Tiotto, expand her, open a quote, see its speaker, inspection and document', async () => {
  const page = await explorer();
  await page.getByRole('combobox').click();
  await page.keyboard.type('Tiotto');
  await page.getByRole('option', { name: 'Jacky Tiotto' }).click();
  await details(page).getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  expect(page.url()).toContain('#/selected=person/jacky-tiotto');

  const before = await nodesOnCanvas(page);
  const her = await pointOf(page, 'person/jacky-tiotto');
  await page.mouse.dblclick(her.x, her.y);
  await page.getByText('Undo “expand Jacky Tiotto”').waitFor();
  await page.waitForFunction(() => window.__oversight?.pointOf('quote/003-06'));
  const brought = (await nodesOnCanvas(page)).filter((id) => !before.includes(id));
  expect(brought.length).toBeGreaterThanOrEqual(4);

  const quote = await pointOf(page, 'quote/003-06');
  await page.mouse.click(quote.x, quote.y);
  await details(page).locator('blockquote').waitFor();
  const said = details(page).getByRole('region', { name: 'Said by' });
  expect(await said.textContent()).toContain('Jacky Tiotto');
  expect(await said.textContent()).toContain('chief executive of Cafcass');
  expect(await details(page).getByRole('region', { name: 'About' }).textContent()).toContain(
    'Third national',
  );
  const quotedIn = details(page).getByRole('region', { name: 'Quoted in' });
  expect(await quotedIn.textContent()).toContain('Ofsted report of Court advisory');
});

test('expanding, hiding, showing and undoing leave every node in its place', async () => {
  const page = await explorer();
  const places = await placesOf(page);
  const her = await pointOf(page, 'person/jacky-tiotto');
  await page.mouse.dblclick(her.x, her.y);
  await page.getByText('Undo “expand Jacky Tiotto”').waitFor();
  await expectSamePlaces(page, places);

  await page.getByRole('button', { name: 'Hide (H)' }).click();
  await page.getByText('Undo “hide Jacky Tiotto”').waitFor();
  await page.getByRole('button', { name: 'Quotes', exact: true }).click();
  await page.getByText('Undo “hide all quotes”').waitFor();
  for (const label of ['hide all quotes', 'hide Jacky Tiotto', 'expand Jacky Tiotto']) {
    await page.getByText(`Undo “${label}”`).waitFor();
    await page.keyboard.press('Control+z');
  }
  await page.getByText('Nothing to undo').waitFor();
  await expectSamePlaces(page, places);
  expect((await nodesOnCanvas(page)).length).toBe(places.size);

  await page.keyboard.press('Control+Shift+z');
  await page.getByText('Undo “expand Jacky Tiotto”').waitFor();
  await expectSamePlaces(page, places);
});

test('a double click on what has many neighbours asks which to bring in, and collapsing takes just those', async () => {
  const page = await explorer();
  const ofsted = await pointOf(page, 'organisation/ofsted');
  await page.mouse.click(ofsted.x, ofsted.y);
  await details(page).getByRole('heading', { name: 'Ofsted' }).waitFor();
  await page.getByRole('button', { name: 'Choose what to bring in, by relationship' }).click();
  const dialog = page.getByRole('dialog', { name: 'Expand Ofsted' });
  const row = dialog.getByRole('button', { name: /^published/ });
  const count = Number(/\d+$/.exec((await row.textContent()) ?? '')?.[0]);
  const before = await nodesOnCanvas(page);
  await row.click();
  await page.getByText('Undo “expand Ofsted”').waitFor();
  await page.waitForFunction((nodes) => window.__oversight?.nodes().length === nodes, before.length + count);
  await page.getByRole('button', { name: 'Collapse' }).click();
  await page.getByText('Undo “collapse Ofsted”').waitFor();
  expect([...(await nodesOnCanvas(page))].sort()).toEqual([...before].sort());
});

test('an inspection that comes in brings its judgements, as chips below it', async () => {
  const page = await explorer();
  await page.getByRole('button', { name: 'Who is quoted' }).click();
  await page.waitForFunction(() => window.__oversight?.nodes().includes('organisation/cafcass') === true);
  await page.getByText('Undo “open Who is quoted”').waitFor();
  const cafcass = await pointOf(page, 'organisation/cafcass');
  await page.mouse.click(cafcass.x, cafcass.y);
  await details(page).getByRole('heading', { name: 'Cafcass', exact: true }).waitFor();
  const before = await nodesOnCanvas(page);
  await page.getByRole('button', { name: 'Choose what to bring in, by relationship' }).click();
  await page
    .getByRole('dialog', { name: 'Expand Cafcass' })
    .getByRole('button', { name: /^was inspected in/ })
    .click();
  await page.getByText('Undo “expand Cafcass”').waitFor();
  const cameOf = async (type: string) =>
    (await nodesOnCanvas(page)).filter((id) => id.startsWith(`${type}/`) && !before.includes(id));
  await expect.poll(() => cameOf('inspection'), { timeout: 20_000 }).not.toEqual([]);
  await expect.poll(() => cameOf('judgement'), { timeout: 20_000 }).not.toEqual([]);
});

test('a right click offers what the keys do', async () => {
  const page = await explorer();
  const chair = await pointOf(page, 'person/sally-cheshire');
  await page.mouse.click(chair.x, chair.y, { button: 'right' });
  const menu = page.getByRole('menu', { name: 'What to do with Sally Cheshire' });
  await menu.getByRole('menuitem', { name: /^Pin to its place/ }).click();
  await page.getByText('Undo “pin Sally Cheshire”').waitFor();
  await page.mouse.click(chair.x, chair.y, { button: 'right' });
  await menu.getByRole('menuitem', { name: /^Unpin/ }).waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
});

test('the number beside a fact opens where exactly its sources say it', async () => {
  const page = await explorer({
    fragment: '#/selected=person/jacky-tiotto',
  });
  const region = details(page);
  await region.getByRole('button', { name: '2 sources' }).first().click();
  expect(await region.locator('.citations').textContent()).toContain('paragraph');
  await page.getByRole('button', { name: 'Who is quoted' }).click();
  await page.getByText('Nothing is selected').waitFor();
});

test('a long quote is folded so that its speaker is seen, and shown whole when asked', async () => {
  const page = await explorer({
    fragment: '#/selected=quote/002-01',
  });
  const words = details(page).locator('blockquote');
  await words.waitFor();
  const heightOf = async () => (await words.boundingBox())?.height ?? 0;
  const folded = await heightOf();
  const said = await details(page).getByRole('region', { name: 'Said by' }).boundingBox();
  expect((said?.y ?? Number.POSITIVE_INFINITY) + (said?.height ?? 0)).toBeLessThan(900);
  await page.getByRole('button', { name: 'Show all of the quote' }).click();
  expect(await heightOf()).toBeGreaterThan(2 * folded);
  expect(await words.textContent()).toContain('reaching high for children.”');
});

test('two nodes clicked in quick succession are both picked, and none is expanded', async () => {
  const page = await explorer();
  const [one, other] = ['person/anthony-douglas', 'organisation/ofsted'] as const;
  const [first, second] = [await pointOf(page, one), await pointOf(page, other)];
  await page.mouse.click(first.x, first.y);
  await page.keyboard.down('Shift');
  await page.mouse.click(second.x, second.y);
  await page.keyboard.up('Shift');
  await page.getByText(/^2 are selected/).waitFor();
  expect(await page.evaluate(() => window.__oversight?.selected())).toEqual(
    expect.arrayContaining([one, other]),
  );
  expect(await page.getByText(/^Undo/).count()).toBe(0);
});
