import { expect, test } from 'vitest';
import { openPage } from '../open-explorer.ts';
import { startCurating } from './sign-in.ts';

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

  // Only what can be quoted from has the way.
  await page.goto(new URL('person/anthony-douglas', address).href);
  await page.getByRole('link', { name: 'Open in the explorer' }).waitFor();
  expect(await page.getByRole('link', { name: 'Add a quote from it' }).count()).toBe(0);
  await close();
});
