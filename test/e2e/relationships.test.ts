import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyExploration } from '../../client/exploration/exploration.ts';
import { shareView } from '../../client/exploration/share/shared-view.ts';
import { writeLink } from '../../client/exploration/share/view-link.ts';
import { nodeId } from '../../schema/ids.ts';
import { expectAccessible } from './expect-accessible.ts';
import { pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

const details = (page: Page) => page.getByRole('region', { name: 'Details' });

/** A link to these nodes alone, side by side. */
function linkTo(...ids: readonly string[]): string {
  const nodes = ids.map(nodeId);
  const positions = new Map(nodes.map((id, index) => [id, { x: index * 300, y: 0 }]));
  const link = writeLink({ ...shareView({ ...emptyExploration, positions }, null), nodes });
  if (link.kind !== 'link') throw new Error(`the link was ${link.kind}`);
  return link.fragment;
}

test('a line that stands for two relationships lists both, each with its own evidence', async () => {
  const [cafcass, cost] = ['organisation/cafcass', 'measure/sickness-cost-2013-14'] as const;
  const page = await explorer({ fragment: linkTo(cafcass, cost) });
  expect(await page.evaluate(() => window.__oversight?.lines())).toBe(1);
  const [from, to] = [await pointOf(page, cafcass), await pointOf(page, cost)];
  // The line is an arc above the two.
  const lift = Math.min(36, Math.abs(to.x - from.x) * 0.14) / 2;
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2 - lift);
  await details(page).getByRole('heading', { name: '2 relationships between the same two' }).waitFor();
  const parts = details(page).getByRole('region', { name: /^\d of 2: / });
  await expect.poll(() => parts.count()).toBe(2);
  for (const part of await parts.all()) {
    await part
      .getByRole('region', { name: /^Sources/ })
      .getByRole('listitem')
      .first()
      .waitFor();
    await part.getByRole('button', { name: 'Cafcass', exact: true }).waitFor();
  }
  await expectAccessible(page, 'two relationships');
  await page.getByRole('status').getByText('Selected: 2, the last of them “').waitFor({ state: 'attached' });

  // Its menu: of both by right click, then of the one that is chosen, by key.
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2 - lift, { button: 'right' });
  const both = page.getByRole('menu', { name: 'What to do with 2 relationships between the same two' });
  await both
    .getByRole('menuitem', { name: /^Show “/ })
    .first()
    .click();
  await details(page)
    .getByText(/^Relationship · /i)
    .waitFor();
  await page.getByRole('application').focus();
  await page.keyboard.press('Shift+F10');
  const one = page.getByRole('menu', { name: /^What to do with “/ });
  await one.getByRole('menuitem', { name: 'Go to Cafcass' }).click();
  await details(page).getByRole('heading', { name: 'Cafcass', exact: true }).waitFor();
});

test('a relationship has a menu in the outline by right click and by key, and in the table', async () => {
  const page = await explorer();
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('treeitem', { name: /^Anthony Douglas/ }).focus();
  await page.keyboard.press('ArrowRight');
  const post = page.getByRole('treeitem', { name: /^was chief executive of, Cafcass/ });
  await post.click({ button: 'right' });
  const menu = page.getByRole('menu', {
    name: /^What to do with “Anthony Douglas was chief executive of Cafcass/,
  });
  await menu.getByRole('menuitem', { name: 'Go to Cafcass' }).click();
  await details(page).getByRole('heading', { name: 'Cafcass', exact: true }).waitFor();
  await post.focus();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Cite' }).press('Enter');
  await page.getByRole('dialog', { name: 'Cite' }).getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: /^Relationships \d/ }).click();
  await page.getByRole('searchbox').fill('anthony douglas');
  await page.getByRole('row').nth(1).click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitem', { name: 'Show its facts and sources' }).click();
  await details(page)
    .getByText(/^Relationship · /i)
    .waitFor();
});

test('R selects a relationship of what was selected last, wherever the keyboard on the canvas was before', async () => {
  const page = await explorer({ fragment: '#/selected=document/good-2014' });
  await details(page)
    .getByRole('region', { name: 'Sources' })
    .or(details(page).getByRole('heading'))
    .first()
    .waitFor();
  for (const [id, heading] of [
    ['quote/003-06', /./],
    ['person/jacky-tiotto', 'Jacky Tiotto'],
  ] as const) {
    await page.evaluate((next) => {
      window.location.hash = `#/selected=${next}`;
    }, id);
    await page.waitForFunction((node) => window.__oversight?.selected().includes(node), id);
    await details(page).getByRole('heading', { name: heading }).first().waitFor();
  }
  await page.getByRole('application').focus();
  await page.keyboard.press('r');
  await details(page)
    .getByText(/^Relationship · /i)
    .waitFor();
  expect(await details(page).textContent()).toContain('Jacky Tiotto');
});

test('a node is moved by several presses of a key as one step', async () => {
  const page = await explorer({ fragment: '#/selected=person/jacky-tiotto' });
  await details(page).getByRole('heading', { name: 'Jacky Tiotto' }).waitFor();
  const placeOf = () => page.evaluate(() => window.__oversight?.placeOf('person/jacky-tiotto'));
  const before = await placeOf();
  await page.getByRole('application').focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await placeOf())?.y).toBeCloseTo((before?.y ?? 0) - 4 * 24);
  await page.keyboard.press('Control+z');
  await expect.poll(placeOf).toEqual(before);
});
