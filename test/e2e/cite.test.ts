import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './expect-accessible.ts';
import { pointOf } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { address, explorer } = shareOversight();

const sources = (page: Page) =>
  page.getByRole('region', { name: 'Details' }).getByRole('region', { name: 'Sources' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Cite' });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

function openAt(selected: string): Promise<Page> {
  return explorer({
    fragment: `#/selected=${selected}`,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

test('from the inspector: a quote, with speaker, date, document, place and stable address', async () => {
  const page = await openAt('quote/000-04');
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Copy citation' }).click();
  await page.getByText('The citation (Plain) is on the clipboard.').first().waitFor();
  const text = await clipboard(page);
  expect(text).toContain('Anthony Douglas, “');
  expect(text).toMatch(/quoted in “.+” \(news article, .*\d{4}\), paragraph/);
  expect(text).toContain(`${address()}quote/000-04`);
  expect(text).toMatch(/accessed \d+ \w+ \d{4}\.$/);
});

test('by keyboard: a judgement as BibTeX and as CSL JSON, with the documents that it rests on', async () => {
  const page = await openAt('judgement/cafcass-2018/overall/good');
  await sources(page).waitFor();
  await page.keyboard.press('Shift+C');
  await dialog(page).getByRole('textbox', { name: 'Citation' }).waitFor();
  await dialog(page).getByRole('radio', { name: 'Plain' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('The citation (BibTeX) is on the clipboard.').first().waitFor();
  expect(await clipboard(page)).toMatch(
    /^@misc\{judgement-cafcass-2018-overall-good,[\s\S]+@article\{document-/,
  );

  await page.keyboard.press('Shift+C');
  await dialog(page).getByRole('radio', { name: 'CSL JSON' }).click();
  await dialog(page).getByRole('button', { name: 'Copy citation' }).click();
  await page.getByText('The citation (CSL JSON) is on the clipboard.').first().waitFor();
  const [item, ...documents] = JSON.parse(await clipboard(page));
  expect(item).toMatchObject({ id: 'judgement/cafcass-2018/overall/good', type: 'webpage' });
  expect(documents.length).toBeGreaterThan(0);
});

test('from the menu of a node on the canvas, and from the list of sources', async () => {
  const page = await openAt('inspection/cafcass-2018');
  await sources(page).waitFor();
  const { x, y } = await pointOf(page, 'inspection/cafcass-2018');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Cite/ }).click();
  const text = dialog(page).getByRole('textbox', { name: 'Citation' });
  expect(await text.inputValue()).toContain('Sources: “');
  await page.keyboard.press('Escape');
  await sources(page)
    .getByRole('button', { name: /^Cite Children’s social care inspections/ })
    .click();
  expect(await text.inputValue()).toMatch(
    /^“Children’s social care inspections in year, 2017 to 2018” \(official statistics/,
  );
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
});

test.each(['light', 'dark'] as const)('the dialogue is accessible, %s', async (colorScheme) => {
  const page = await explorer({
    fragment: '#/selected=quote/000-04',
    colorScheme,
  });
  await page.getByRole('button', { name: 'Cite', exact: true }).click();
  await dialog(page).getByRole('textbox').waitFor();
  await expectAccessible(page, 'the citation');
});
