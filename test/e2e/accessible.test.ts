import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/chromium/launch-browser.ts';
import { openExplorer, openPage, pointOf } from './open-explorer.ts';
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

type Step = readonly [state: string, reach: (page: Page) => Promise<unknown>];

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const select = (id: string): Step => [
  id,
  async (page) => {
    await page.evaluate((node) => {
      window.location.hash = `#/selected=${node}`;
    }, id);
    await page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' }).waitFor();
  },
];

/** Every state of the screen, each reached from the one before it. */
const states: readonly Step[] = [
  ['as it opens', async () => {}],
  [
    'searching',
    async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('cafcass');
      await page.getByRole('option').first().waitFor();
    },
  ],
  [
    'nothing found',
    async (page) => {
      await page.getByRole('combobox').fill('zzzzqqqq');
      await page.getByText('Nothing found for').waitFor();
      await page.getByRole('combobox').fill('');
      await page.keyboard.press('Escape');
    },
  ],
  select('inspection/cafcass-2018'),
  select('quote/003-06'),
  select('organisation/cafcass'),
  select('person/anthony-douglas'),
  [
    'the outline, with relationships open and a node hidden',
    async (page) => {
      await press(page, 'Outline');
      await page.getByRole('treeitem', { name: /^Anthony Douglas/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('treeitem', { name: /^Jacky Tiotto/ }).focus();
      await page.keyboard.press('h');
      await page.keyboard.press('End');
      await page.getByRole('treeitem', { name: /, hidden/ }).waitFor();
    },
  ],
  [
    'a relationship selected',
    async (page) => {
      await page.keyboard.press('Home');
      await page.getByRole('treeitem', { name: /^was chief executive of, Cafcass/ }).click();
      await page.getByText('Relationship · held a post at').waitFor();
    },
  ],
  [
    'a menu',
    async (page) => {
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'the table of nodes',
    async (page) => {
      await page.keyboard.press('Escape');
      await press(page, 'Table');
      await page.getByRole('grid').waitFor();
    },
  ],
  ['the table of relationships', (page) => page.getByRole('button', { name: /^Relationships \d/ }).click()],
  ['the choice of columns', (page) => press(page, 'Columns')],
  [
    'the timeline',
    async (page) => {
      await page.keyboard.press('Escape');
      await press(page, 'Timeline');
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
    },
  ],
  ['the list of keys', (page) => page.keyboard.press('?')],
  [
    'paths',
    async (page) => {
      await page.keyboard.press('Escape');
      const douglas = await pointOf(page, 'person/anthony-douglas');
      await page.mouse.click(douglas.x, douglas.y);
      const ofsted = await pointOf(page, 'organisation/ofsted');
      await page.keyboard.down('Shift');
      await page.mouse.click(ofsted.x, ofsted.y);
      await page.keyboard.up('Shift');
      await page.keyboard.press('w');
      await page.getByRole('region', { name: 'Paths' }).waitFor();
    },
  ],
  [
    'nothing to be seen',
    async (page) => {
      await press(page, 'Legend');
      await page.getByRole('button', { name: 'Quotes', exact: true }).click({ modifiers: ['Alt'] });
      await page.getByRole('checkbox', { name: /sources disagree on/ }).check();
      await page.getByText('Nothing can be seen').waitFor();
    },
  ],
];

test.each(['light', 'dark'] as const)(
  'every state is accessible, %s',
  { timeout: 300_000 },
  async (colorScheme) => {
    const { page, close } = await openExplorer(browser, served.address, { colorScheme });
    for (const [state, reach] of states) {
      await reach(page);
      await expectAccessible(page, state);
    }
    await close();
  },
);

test.each(['light', 'dark'] as const)('failures are accessible, %s', async (colorScheme) => {
  const { page } = await openExplorer(browser, served.address, { colorScheme });
  await page.context().setOffline(true);
  await page.locator('.connection-banner').waitFor();
  await page.getByRole('button', { name: 'show everything' }).click();
  await page.locator('.toast').first().waitFor();
  await expectAccessible(page, 'offline');
  await page.context().close();
  const failed = await openPage(browser, 'about:blank', { colorScheme });
  await failed.page.route('**/graphql', (route) => route.abort());
  await failed.page.goto(served.address);
  await failed.page.getByRole('button', { name: 'Try again' }).waitFor();
  await expectAccessible(failed.page, 'no graph');
  await failed.page.context().close();
});

// 320 pixels are what a window of 1280 has left at 400 %.
test.each([320, 360])('at a width of %d everything is reached without scrolling sideways', async (width) => {
  const { page, close } = await openExplorer(browser, served.address, {
    viewport: { width, height: 740 },
    fragment: '#/selected=person/jacky-tiotto',
  });
  const panels = page.getByRole('navigation', { name: 'Panels' });
  for (const name of ['Details', 'Legend', 'Outline', 'Timeline', 'Table']) {
    await panels.getByRole('button', { name, exact: true }).click();
    await page.locator('.sheet').waitFor();
    await expectAccessible(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    expect(await cutOff(page), `${name}: buttons that are cut off`).toEqual([]);
  }
  await close();
});

test('what can be pressed is at least 24 pixels wide and high, or stands in a line of text', async () => {
  const { page, close } = await openExplorer(browser, served.address, {
    fragment: '#/selected=inspection/cafcass-2018',
  });
  await page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' }).waitFor();
  expect(await smallTargets(page)).toEqual([]);
  await press(page, 'Outline');
  await press(page, 'Table');
  await page.getByRole('grid').waitFor();
  expect(await smallTargets(page)).toEqual([]);
  await close();
});

test('in forced colours selection, focus and grades can still be told', async () => {
  const { page, close } = await openExplorer(browser, served.address, { forcedColors: 'active' });
  await press(page, 'Table');
  await page.getByRole('searchbox').fill('outstanding');
  const row = page.getByRole('row').nth(1);
  const plain = await page.getByRole('row').nth(2).evaluate(lookOf);
  await row.click();
  expect(await row.evaluate(lookOf)).not.toEqual(plain);
  const chip = row.locator('.chip').first();
  expect(await chip.locator('.chip-bars rect').count()).toBe(4);
  expect(await chip.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
  await expectAccessible(page, 'forced colours');
  await close();
});

test('wherever Tab leads, one sees where one is', async () => {
  const { page, close } = await openExplorer(browser, served.address, {
    fragment: '#/selected=inspection/cafcass-2018',
  });
  await page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' }).waitFor();
  const unseen: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      const isCovered = over !== null && !element.contains(over) && !over.contains(element);
      const isMarked = outlineStyle !== 'none' || boxShadow !== 'none';
      const name = element.getAttribute('aria-label') ?? element.textContent ?? element.tagName;
      return isMarked && !isCovered ? null : `${name}${isCovered ? ' is covered' : ' is not marked'}`;
    });
    if (problem) unseen.push(problem);
  }
  expect(unseen).toEqual([]);
  await close();
});

function lookOf(element: Element) {
  const { backgroundColor, outlineStyle, outlineWidth, borderLeftWidth } = getComputedStyle(element);
  return { backgroundColor, outlineStyle, outlineWidth, borderLeftWidth };
}

/** Buttons within the sheet whose words reach out of the window. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sheet button, .phone-bar button, .header button')]
      .filter((button) => button.closest('[role=grid], .timeline') === null && button.offsetParent !== null)
      .filter((button) => {
        const { left, right } = button.getBoundingClientRect();
        return left < -1 || right > window.innerWidth + 1;
      })
      .map((button) => button.textContent || button.ariaLabel || button.className),
  );
}

/** WCAG 2.5.8; links and buttons within sentences are excepted there, too. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, summary, [role=treeitem], [role=columnheader]',
      ),
    ]
      .filter((element) => element.offsetParent !== null && getComputedStyle(element).display !== 'inline')
      .filter((element) => element.closest('label, svg, .visually-hidden') === null)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 23.5 || height < 23.5);
      })
      .map((element) => `${element.className}: ${element.textContent || element.ariaLabel}`),
  );
}

async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, state).toEqual([]);
}
