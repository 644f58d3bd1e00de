import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { nodesOnCanvas, openExplorer } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { ask, openSigned, select, startCurating } from './sign-in.ts';

const { browser, server } = startCurating();

const list = 'Changes of the whole graph, the newest first';

function change(id: string, expectedVersion: number, set: string, reason: string) {
  return ask(
    server(),
    `mutation { changeEntity(input: { id: "${id}", expectedVersion: ${expectedVersion}, set: { ${set} },
       reason: "${reason}" }) { __typename } }`,
  );
}

test('everybody sees who changed what, when and why; texts word by word; and opens what was changed', async () => {
  await change('organisation/cafcass', 1, 'organisation: { note: "one two three four five" }', 'A remark');
  await change('organisation/cafcass', 2, 'organisation: { note: "one two three six five" }', 'A slip');
  await change('person/jacky-tiotto', 1, 'person: { honorific: "Ms" }', 'Her title');
  const { page, close } = await openExplorer(browser(), server().served.address);
  await page.getByRole('button', { name: 'Recent changes' }).click();
  const changes = page.getByRole('list', { name: list }).locator('> li');
  await changes.filter({ hasText: 'Her title' }).waitFor();
  expect(await changes.first().textContent()).toContain('Her title');
  const slip = changes.filter({ hasText: 'A slip' });
  expect(await slip.textContent()).toContain('local curator');
  await slip.locator('summary').first().click();
  await slip.locator('.compared-words').waitFor();
  expect(await slip.locator('.compared-words del').textContent()).toContain('four');
  expect(await slip.locator('.compared-words ins').textContent()).toContain('six');
  await expectAccessibleInBothThemes(page);

  // Who only reads has no button to take anything back.
  expect(await page.getByRole('button', { name: /^Take back change/ }).count()).toBe(0);
  await changes.filter({ hasText: 'Her title' }).getByRole('button', { name: 'Jacky Tiotto' }).click();
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Jacky Tiotto' }).waitFor();
  await close();
});

test('a change comes to the list as it is made; what was removed is named there, and is taken back', async () => {
  const { page, close } = await openSigned(browser(), server());
  await page.keyboard.press('Shift+J');
  const changes = page.getByRole('list', { name: list }).locator('> li');
  await changes.first().waitFor();
  await ask(
    server(),
    `mutation { removeEntity(input: { id: "person/sally-cheshire", expectedVersion: 1, withRelationships: true,
       reason: "By mistake" }) { __typename } }`,
  );
  const removal = changes.filter({ hasText: 'By mistake' });
  await removal.getByText('Sally Cheshire').first().waitFor();
  expect(await removal.textContent()).toContain('Removed');
  expect(await removal.getByRole('button', { name: 'Sally Cheshire' }).count()).toBe(0);
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).not.toContain('person/sally-cheshire');
  await removal.getByRole('button', { name: /^Take back change/ }).click();
  await removal.getByLabel('Why it is taken back').fill('She was there');
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Change \d+ is taken back/)
    .first()
    .waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain('person/sally-cheshire');
  await close();
});

test('the records of a large change come page by page; it is taken back by a job, by who says how many they are', async () => {
  await change('person/anthony-douglas', 1, 'person: { honorific: "Mr" }', 'Built on the seed');
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'organisation/cafcass', 'Cafcass');
  await page.keyboard.press('j');
  await page.getByRole('button', { name: 'Of the whole graph' }).click();
  const seed = page.getByRole('list', { name: list }).locator('> li').last();
  await seed.getByRole('button', { name: /^Show 50 of/ }).click();
  const items = page.getByRole('list', { name: 'What change 1 did' }).locator('> li');
  await expect.poll(() => items.count()).toBe(50);
  await seed.getByRole('button', { name: 'Show 50 more records' }).click();
  await expect.poll(() => items.count()).toBe(100);
  await seed.getByRole('button', { name: 'Take back change 1', exact: true }).click();
  const form = page.getByRole('form', { name: 'Take back change 1' });
  await form.getByLabel('Why it is taken back').fill('All of it');
  await form.getByRole('button', { name: 'Take it back' }).click();
  await form.getByText('Say that you mean all of them.').waitFor();
  await form.getByLabel(/^Yes, all [\d,]+ records/).check();
  await form.getByRole('button', { name: 'Take it back' }).click();
  // Others built on it since: it says on what, and goes with them where that is wanted.
  await form.getByText('It cannot go alone: this was built on it since.').waitFor();
  await expectAccessibleInBothThemes(page);
  // Somebody else writes for a while, so that the job is there to be stopped; nothing is changed then.
  const before = await nodesOnCanvas(page);
  const beside = new DatabaseSync(join(server().served.folder, 'graph.sqlite'));
  const head = () => beside.prepare('SELECT sequence FROM journal_head').get();
  const headBefore = head();
  beside.exec('BEGIN IMMEDIATE');
  await form.getByRole('button', { name: 'Take those back, too' }).click();
  await form.getByRole('progressbar', { name: 'Taking the change back' }).waitFor();
  await form.getByRole('button', { name: 'Stop it' }).click();
  await form.getByText('Stopping …').waitFor();
  beside.exec('ROLLBACK');
  await form.getByText('It was stopped, and nothing was changed.').waitFor();
  await expectAccessibleInBothThemes(page);
  expect(head()).toEqual(headBefore);
  beside.close();
  expect(await nodesOnCanvas(page)).toEqual(before);
  await expect
    .poll(() =>
      form.getByRole('button', { name: 'Take it back' }).evaluate((it) => it === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Take those back, too' }).click();
  await page
    .getByText(/^Change 1 is taken back/)
    .first()
    .waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toEqual([]);
  await close();
});
