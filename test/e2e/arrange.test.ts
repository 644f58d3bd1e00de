import { expect, test } from 'vitest';
import { expectSamePlaces, placesOf, pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { explorer } = shareOversight();

test('by keyboard: the menu arranges anew in each way, leaves what is pinned, and undo restores the very places', async () => {
  const page = await explorer({
    fragment: '#/selected=person/jacky-tiotto',
  });
  await page.getByRole('application').focus();
  await page.keyboard.press('p');
  await page.getByText('Undo “pin Jacky Tiotto”').waitFor();
  const before = await placesOf(page);
  for (const [presses, words] of [
    [1, 'by relationship'],
    [2, 'in rings'],
    [3, 'in levels'],
    [4, 'by type'],
  ] as const) {
    await page.getByRole('button', { name: /^Arranged by time/ }).focus();
    await page.keyboard.press('Enter');
    for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(`Undo “arrange ${words}”`).waitFor();
    await page.getByRole('button', { name: `Arranged ${words}` }).waitFor();
    // Cafcass stands elsewhere in each of them.
    const { x = 0, y = 0 } = before.get('organisation/cafcass') ?? {};
    await page.waitForFunction(
      ([left, top]) => {
        const place = window.__oversight?.places()['organisation/cafcass'];
        return place && (place.x !== left || place.y !== top);
      },
      [x, y] as const,
    );
    const after = await placesOf(page);
    expect(after.size).toBe(before.size);
    expect(after.get('person/jacky-tiotto')).toEqual(before.get('person/jacky-tiotto'));
    await page.keyboard.press('Control+z');
    await page.getByText('Undo “pin Jacky Tiotto”').waitFor();
    await expectSamePlaces(page, before);
  }
});

test('by mouse: the menu says how the view is arranged, and a click beside it closes it', async () => {
  const page = await explorer();
  const opener = page.getByRole('button', { name: 'Arranged by time' });
  await opener.click();
  const menu = page.getByRole('menu', { name: 'Arrange' });
  expect(await menu.getByRole('menuitemradio', { checked: true }).textContent()).toContain('By time');
  await opener.click();
  await menu.waitFor({ state: 'detached' });
  await opener.click();
  const cafcass = await pointOf(page, 'organisation/cafcass');
  await page.mouse.click(cafcass.x + 200, cafcass.y);
  await menu.waitFor({ state: 'detached' });
  await opener.click();
  await menu.getByRole('menuitem', { name: /^Arrange anew/ }).click();
  await page.getByText('Undo “arrange by time”').waitFor();
});
