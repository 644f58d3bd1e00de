import { expect, test } from 'vitest';
import { openExplorer } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { openSigned, select, startCurating } from './sign-in.ts';

const { browser, server } = startCurating();

const question = 'Disputed: the overall grade';

test('of two grades that sources disagree on one is chosen; everybody sees then which was rejected, and why', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'inspection/cafcass-2018', 'Second national inspection');
  await page.getByRole('region', { name: question }).getByRole('button', { name: 'Settle' }).click();
  const form = page.getByRole('form', { name: 'Settle what stands' });
  const sideOf = (label: string) =>
    form.locator('.side').filter({ has: page.locator('.side-words', { hasText: label }) });
  const [outstanding, good] = [sideOf('Outstanding'), sideOf('Good')];
  expect(await good.textContent()).toContain('paragraph 2');
  await outstanding.click();
  expect(await outstanding.textContent()).toContain('will stand');
  expect(await good.textContent()).toContain('will be rejected');
  await expectAccessibleInBothThemes(page);
  await form.getByRole('button', { name: 'Save the verdict' }).click();
  await form.getByText('Say why: it stands in the history.').waitFor();
  await form.getByLabel('Why').fill('The statistics are primary');
  await form.getByRole('button', { name: 'Save the verdict' }).click();
  await page.getByRole('region', { name: question }).waitFor({ state: 'detached' });

  const reader = await openExplorer(browser(), server().served.address);
  await select(reader.page, 'inspection/cafcass-2018', 'Second national inspection');
  const settled = reader.page.getByRole('region', { name: 'Settled' });
  await settled.getByText('rejected: The statistics are primary').waitFor();
  expect(await settled.textContent()).toContain('Good');
  expect(await reader.page.getByRole('region', { name: question }).count()).toBe(0);
  expect(await settled.getByRole('button', { name: 'Settle anew' }).count()).toBe(0);
  await expectAccessibleInBothThemes(reader.page);
  await reader.close();

  // The curator can open it again.
  await page.getByRole('region', { name: 'Settled' }).getByRole('button', { name: 'Settle anew' }).click();
  await good.click();
  await form.getByLabel('It is left open; an earlier verdict on it is taken back').check();
  await form.getByLabel('Why').fill('It was too early');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: question }).waitFor();
  await close();
});

test('by keyboard alone a disputed date is settled, and a second curator at it sees both sides first', async () => {
  const [first, second] = [await openSigned(browser(), server()), await openSigned(browser(), server())];
  for (const { page } of [first, second]) {
    await select(page, 'inspection/focused-visit-2022', 'Focused visit of January 2022');
    await page.keyboard.press('d');
    await page.getByRole('form', { name: 'Settle what stands' }).waitFor();
    // From the list of questions to the sides; the arrows choose.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
  }
  await second.page.keyboard.press('ArrowDown');
  for (const { page } of [first, second]) {
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('input[type=text]'))) break;
    }
    await page.keyboard.type('I read the letter');
  }
  await first.page.keyboard.press('Control+Enter');
  await first.page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  await first.page
    .getByRole('region', { name: 'Settled' })
    .getByText('rejected: I read the letter')
    .waitFor();

  await second.page.keyboard.press('Control+Enter');
  const conflict = second.page.getByRole('alert', { name: 'Somebody changed this meanwhile' });
  await conflict.waitFor();
  expect(await conflict.textContent()).toContain('perhaps January 2022');
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await second.page.getByRole('form', { name: 'Settle what stands' }).waitFor({ state: 'detached' });
  await first.close();
  await second.close();
});
