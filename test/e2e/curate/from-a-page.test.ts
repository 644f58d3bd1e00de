import { expect, test } from 'vitest';
import { openPage } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { ask, pick, startCurating } from './sign-in.ts';

const { browser, server } = startCurating();

test('from the page of a document a quote is begun; who is not signed in is told how to first', async () => {
  const { address } = server().served;
  const { page, close } = await openPage(browser(), new URL('document/good-2014', address).href);
  await page.getByRole('link', { name: 'Add a quote from it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in to curate' });
  await dialog.getByLabel('Token').fill(server().token);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /^Signed in as/ }).waitFor();
  await page.keyboard.press('Escape');
  const form = page.getByRole('form', { name: 'Add a quote' });
  await form
    .locator('.picked', { hasText: 'Cafcass praised in its first national Ofsted inspection' })
    .waitFor();
  await expect.poll(() => page.url()).not.toContain('do=quote');

  // Signed in, it stands there at once.
  await page.goto(new URL('document/outstanding-2024', address).href);
  await page.getByRole('link', { name: 'Add a quote from it' }).click();
  await form.locator('.picked', { hasText: 'Ofsted report of Court advisory' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);

  // Somebody adds the same words meanwhile: that quote is linked instead, with all that was chosen.
  const words = 'It is the beginning of a long way';
  await form.getByLabel('Exact words').fill(words);
  await pick(page, 'Speaker', 'yvette', 'Yvette Stanley');
  await form.getByLabel('Why').fill('It was missing');
  await ask(
    server(),
    `mutation ($words: String!) { linkQuote(input: { newQuote: { text: $words }, about: ["inspection/cafcass-2014"],
       evidence: { document: "document/good-2014", words: $words }, reason: "a test" }) { __typename } }`,
    { words },
  );
  await form.getByRole('button', { name: 'Add and link the quote' }).click();
  const conflict = page.getByRole('alert', { name: 'A quote with these words is there already' });
  await conflict.getByText('First national inspection').first().waitFor();
  await expectAccessibleInBothThemes(page);
  await conflict.getByRole('button', { name: 'Link that one instead' }).click();
  await page.getByRole('button', { name: 'Link the quote' }).click();
  await page.getByRole('region', { name: 'Said by' }).getByText('Yvette Stanley').waitFor();
  expect(await page.getByRole('region', { name: 'About' }).textContent()).toContain('First national');

  // Only what can be quoted from has the way.
  await page.goto(new URL('person/anthony-douglas', address).href);
  await page.getByRole('link', { name: 'Open in the explorer' }).waitFor();
  expect(await page.getByRole('link', { name: 'Add a quote from it' }).count()).toBe(0);
  await close();
});
