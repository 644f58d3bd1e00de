import { beforeEach, expect, test } from 'vitest';
import { nodesOnCanvas } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { ask, openSigned, select, startCurating } from './sign-in.ts';

const { browser, server } = startCurating();

/** Another spelling of Sally Cheshire, with a post and an honorific of its own. */
beforeEach(async () => {
  const evidence = '[{ document: "document/good-2014", words: "Mrs S. Cheshire" }]';
  await ask(
    server(),
    `mutation { createEntity(input: { entity: { person: { name: "S. Cheshire", honorific: "Mrs" } },
       evidence: ${evidence}, reason: "a test" }) { __typename } }`,
  );
});

async function addHonorific(version: number): Promise<void> {
  await ask(
    server(),
    `mutation { changeEntity(input: { id: "person/sally-cheshire", expectedVersion: ${version},
       set: { person: { honorific: "Baroness ${version}" } },
       evidence: [{ document: "document/outstanding-2024" }], reason: "a test" }) { __typename } }`,
  );
}

test('two spellings of a name are merged side by side; the old address leads to the one that stays', async () => {
  await addHonorific(1);
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'person/s-cheshire', 'S. Cheshire');
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain('person/s-cheshire');
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByRole('treeitem', { name: 'Sally Cheshire' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('2 are selected').waitFor();
  await page.keyboard.press('m');
  const form = page.getByRole('form', { name: 'Merge the two' });
  await form.waitFor();
  const stays = form.getByRole('group', { name: 'Which one stays' });
  // The one that more of the graph leads to is offered.
  expect(await stays.getByRole('radio', { name: /Sally Cheshire/ }).isChecked()).toBe(true);
  await form.getByRole('group', { name: 'Honorific' }).getByRole('radio', { name: 'Mrs' }).check();
  expect(await form.textContent()).toContain('“S. Cheshire” becomes another name of it.');
  await expectAccessibleInBothThemes(page);
  await form.getByLabel('Why').fill('The same person');
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Sally Cheshire' }).waitFor();
  const facts = page.getByRole('region', { name: 'Facts' });
  await facts.getByText('S. Cheshire').waitFor();
  expect(await facts.textContent()).toContain('Mrs');
  await page.getByRole('region', { name: 'Settled' }).getByText('rejected: The same person').waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).not.toContain('person/s-cheshire');

  // The old address: in the explorer, and as a page.
  await page.evaluate(() => {
    window.location.hash = '#/selected=organisation/cafcass';
  });
  await page.getByRole('heading', { level: 2, name: 'Cafcass', exact: true }).waitFor();
  await select(page, 'person/s-cheshire', 'Sally Cheshire');
  await page.goto(new URL('person/s-cheshire', server().served.address).href);
  await page.getByRole('heading', { name: 'Sally Cheshire' }).first().waitFor();
  await close();
});

test('where somebody changed one of the two meanwhile, nothing is merged before both were looked at again', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'person/jacky-tiotto', 'Jacky Tiotto');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const box = page.getByRole('combobox', { name: 'With which other person: search' });
  await box.fill('yvette');
  await page.getByRole('option', { name: 'Yvette Stanley' }).click();
  const form = page.getByRole('form', { name: 'Merge the two' });
  await form.getByLabel('Why').fill('To try it');
  await ask(
    server(),
    `mutation { changeEntity(input: { id: "person/yvette-stanley", expectedVersion: 1,
       set: { person: { note: "a remark" } }, reason: "a test" }) { __typename } }`,
  );
  await form.getByRole('group', { name: 'Note' }).getByText('a remark').waitFor();
  await form.getByRole('button', { name: 'Merge the two' }).click();
  const conflict = page.getByRole('alert', { name: 'Somebody changed this meanwhile' });
  await conflict.waitFor();
  expect(await form.getByLabel('Why').inputValue()).toBe('To try it');
  await conflict.getByRole('button', { name: 'Keep mine, on top of theirs' }).click();
  await form.getByRole('button', { name: 'Merge the two' }).click();
  await page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();

  // It is taken back as any other change.
  await page.keyboard.press('j');
  const newest = page.getByRole('list', { name: 'Changes, the newest first' }).locator('> li').first();
  await newest.getByRole('button', { name: /^Take back change/ }).click();
  await newest.getByLabel('Why it is taken back').fill('They are two');
  await newest.getByRole('button', { name: 'Take it back' }).click();
  await page
    .getByText(/^Change \d+ is taken back/)
    .first()
    .waitFor();
  await expect
    .poll(() => nodesOnCanvas(page), { timeout: 20_000 })
    .toEqual(expect.arrayContaining(['person/jacky-tiotto', 'person/yvette-stanley']));
  await close();
});
