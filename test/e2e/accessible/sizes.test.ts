import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from '../expect-accessible.ts';
import { shareOversight } from '../share-oversight.ts';
import { press } from './states.ts';

const { explorer } = shareOversight();

// 320 by 256 pixels are what a window of 1280 by 1024 has left at 400 %.
test.each([
  [320, 256],
  [360, 740],
])('at %d by %d pixels everything is reached without scrolling sideways', async (width, height) => {
  const page = await explorer({ viewport: { width, height }, fragment: '#/selected=person/jacky-tiotto' });
  const panels = page.getByRole('navigation', { name: 'Panels' });
  for (const name of ['Legend', 'Outline', 'Timeline', 'Table', 'Details']) {
    await panels.getByRole('button', { name, exact: true }).click();
    await page.locator('.sheet').waitFor();
    await expectAccessible(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    expect(await cutOff(page), `${name}: buttons that are cut off`).toEqual([]);
  }
});

test('what can be pressed is at least 24 pixels wide and high, or stands in a line of text', async () => {
  const page = await explorer({
    fragment: '#/selected=inspection/cafcass-2018',
  });
  await page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' }).waitFor();
  expect(await smallTargets(page)).toEqual([]);
  await press(page, 'Outline');
  await press(page, 'Table');
  await page.getByRole('grid').waitFor();
  expect(await smallTargets(page)).toEqual([]);
});

test('in forced colours selection, focus and grades can still be told', async () => {
  const page = await explorer({ forcedColors: 'active' });
  // On the canvas a chip has the ground of the palette, on which its words can be read, and types have their tones.
  const colourOf = (id: string) => page.evaluate((node) => window.__oversight?.lookOf(node)?.colour, id);
  expect(await colourOf('judgement/cafcass-2018/overall/good')).toBe(await paletteGround(page));
  expect(await colourOf('person/jacky-tiotto')).not.toBe(await colourOf('inspection/cafcass-2018'));
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
});

test('wherever Tab leads, one sees where one is', async () => {
  const page = await explorer({
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
});

/** The colour of the ground that the palette of the system asks for. */
function paletteGround(page: Page): Promise<string> {
  return page.evaluate(() => {
    const probe = document.createElement('div');
    probe.style.backgroundColor = 'Canvas';
    document.body.append(probe);
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    // As Cytoscape writes it.
    return backgroundColor.replaceAll(' ', '');
  });
}

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
