import { expect, test } from 'vitest';
import { openExplorer } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { localToken, openSigned, pick, select, signIn, startCurating } from './sign-in.ts';

const { browser, server } = startCurating();

test('a fact is changed by keyboard with its source, is seen before it is saved, and stands with it', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'inspection/focused-visit-2021', 'Focused visit');
  await page.keyboard.press('i');
  const form = page.getByRole('form', { name: 'Edit the facts' });
  await form.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('id'))).toBe(
    await form.getByLabel('Name', { exact: true }).getAttribute('id'),
  );
  await form.getByLabel('Purpose').fill('To see what the pandemic changed');
  await form.getByRole('button', { name: 'Add one to “Evidence seen”' }).click();
  await page.keyboard.type('case files');
  await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
  await form.getByLabel('Where in it').fill('page 3');
  await form.getByLabel('Its exact words').fill('what the pandemic changed');
  const changes = await form.getByRole('heading', { name: 'What changes' }).locator('..').textContent();
  expect(changes).toContain('To see what the pandemic changed');
  expect(changes).toContain('case files');
  await expectAccessibleInBothThemes(page);

  // Without a reason nothing is sent, and the focus is where it is missing.
  await page.keyboard.press('Control+Enter');
  await form.getByText('One field above must be filled in or mended first.').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  await page.keyboard.type('It was missing');
  await page.keyboard.press('Control+Enter');

  await page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  const facts = page.getByRole('region', { name: 'Facts' });
  await facts.getByText('To see what the pandemic changed').waitFor();
  const row = facts.locator('.inspector-row').filter({ hasText: 'purpose' });
  await row.getByRole('button', { name: '1 source' }).click();
  expect(await row.textContent()).toContain('page 3');
  await close();
});

test('what is wrong is told beside its field, whoever finds it', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'inspection/cafcass-2018', 'Second national inspection');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('form', { name: 'Edit the facts' });
  await form.getByLabel('Ended').fill('in spring');
  await form.getByLabel('Why').fill('To try it');
  await form.getByRole('button', { name: 'Save the changes' }).click();
  await form.getByText('Write a date such as 2018-03-28', { exact: false }).last().waitFor();
  await form.getByLabel('Ended').fill('2018-03-02');
  // Sources say when it was published: a new value needs one, too.
  await form.getByLabel('Published').fill('2014-05');
  await form.getByText('Sources are recorded for “Published”').waitFor();
  await form.getByLabel('Known from elsewhere').check();
  await form.getByLabel('Where it is known from').fill('The report of that year');
  // Only the server knows how long a reason may be.
  await form.getByLabel('Why', { exact: true }).fill('x'.repeat(1_200));
  await form.getByRole('button', { name: 'Save the changes' }).click();
  await form.getByText(/1,?000 characters/).waitFor();
  await form.getByText('What is wrong stands beside the fields above.').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await close();
});

test('Escape asks before it leaves what was typed; it is kept, and there again after a reload', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'person/anthony-douglas', 'Anthony Douglas');
  await page.keyboard.press('i');
  const form = page.getByRole('form', { name: 'Edit the facts' });
  await form.getByLabel('Honorific').fill('Si');
  await page.keyboard.press('Escape');
  const asked = page.getByRole('alert', { name: 'Leave what you typed?' });
  await asked.getByRole('button', { name: 'Go on writing' }).click();
  await form.getByLabel('Honorific').fill('Sir');
  await page.keyboard.press('Escape');
  await asked.getByRole('button', { name: 'Leave, and keep it' }).click();
  await form.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
  await select(page, 'person/anthony-douglas', 'Anthony Douglas');
  await page.keyboard.press('i');
  await page.getByText('This is what you began to write before').waitFor();
  expect(await form.getByLabel('Honorific').inputValue()).toBe('Sir');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.press('i');
  expect(await form.getByLabel('Honorific').inputValue()).toBe('');
  // Nothing was typed: Escape leaves at once.
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await close();
});

test('two curators at one fact: the later sees both sides, loses nothing typed, and saves on top', async () => {
  const [first, second] = [await openSigned(browser(), server()), await openSigned(browser(), server())];
  for (const [{ page }, note] of [
    [first, 'What Ada wrote'],
    [second, 'What Bob wrote'],
  ] as const) {
    await select(page, 'organisation/cafcass', 'Cafcass');
    await page.keyboard.press('i');
    const form = page.getByRole('form', { name: 'Edit the facts' });
    await form.getByLabel('Note').fill(note);
    await form.getByLabel('Why').fill('A remark');
  }
  await first.page.getByRole('button', { name: 'Save the changes' }).click();
  await first.page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  await second.page.getByRole('button', { name: 'Save the changes' }).click();
  const conflict = second.page.getByRole('alert', { name: 'Somebody changed this meanwhile' });
  await conflict.getByText('What Ada wrote').waitFor();
  expect(await conflict.textContent()).toContain('What Bob wrote');
  await conflict.getByRole('button', { name: 'Keep mine, on top of theirs' }).click();
  expect(await second.page.getByLabel('Note').inputValue()).toBe('What Bob wrote');
  await second.page.getByRole('button', { name: 'Save the changes' }).click();
  await second.page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  await second.page.getByRole('region', { name: 'Note' }).getByText('What Bob wrote').waitFor();
  await first.close();
  await second.close();
});

test('the dates of a post are changed from the relationship that is selected', async () => {
  const { page, close } = await openSigned(browser(), server());
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('treeitem', { name: 'Yvette Stanley' }).focus();
  const post = page.getByRole('heading', { level: 2, name: /Yvette Stanley was .* of/ });
  // A line may stand for several relationships, or for another one than the post: the key goes round them.
  for (let step = 0; step < 20 && (await post.count()) === 0; step += 1) {
    await page.keyboard.press('r');
    await post.waitFor({ state: 'attached', timeout: 1_000 }).catch(() => null);
  }
  await page.keyboard.press('i');
  const form = page.getByRole('form', { name: 'Edit the facts' });
  await form.getByLabel('Kind').fill('director');
  await form.getByLabel('Why').fill('The kind was missing');
  await form.getByRole('button', { name: 'Save the changes' }).click();
  await page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Facts' }).getByText('director', { exact: true }).waitFor();
  await close();
});

test('who only reads has no buttons that do nothing: the way to sign in stands there', async () => {
  const { page, close } = await openExplorer(browser(), server().served.address);
  await select(page, 'organisation/cafcass', 'Cafcass');
  expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Add quote' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign in to put it right' }).click();
  await page.getByRole('dialog', { name: 'Sign in to curate' }).waitFor();
  await close();
});

// The last one: the server that is back knows another local curator.
test('what was typed outlives a server that is stopped and started again, and is saved once, signed in anew', async () => {
  const { served } = server();
  const { page } = await openSigned(browser(), server());
  await select(page, 'person/jacky-tiotto', 'Jacky Tiotto');
  await page.keyboard.press('i');
  const form = page.getByRole('form', { name: 'Edit the facts' });
  await form.getByLabel('Honorific').fill('Dame');
  await form.getByLabel('Why').fill('A remark');
  await served.halt();
  await form.getByRole('button', { name: 'Save the changes' }).click();
  await form.getByText('What you typed is kept: save again when you like').waitFor();
  await served.resume();
  await form.getByRole('button', { name: 'Save the changes' }).click();
  const notice = page.getByText('What you typed is kept.').first();
  await notice.waitFor();
  await expectAccessibleInBothThemes(page);
  await signIn(page, localToken(served));
  await form.getByText('This is what you began to write before').waitFor();
  expect(await form.getByLabel('Honorific').inputValue()).toBe('Dame');
  await form.getByRole('button', { name: 'Save the changes' }).click();
  await page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Facts' }).getByText('Dame', { exact: true }).waitFor();
  // Requests that found no server stand on the console.
  await page.context().close();
});
