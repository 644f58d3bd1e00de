import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdRequests } from '../hold-requests.ts';
import { nodesOnCanvas } from '../open-explorer.ts';
import { expectAccessibleInBothThemes } from './expect-accessible-in-both-themes.ts';
import { ask, openSigned, pick, select, startCurating } from './sign-in.ts';

const { browser, server } = startCurating();

async function expectSaved(page: Page): Promise<void> {
  await page
    .getByText(/^Saved as change \d+/)
    .first()
    .waitFor();
}

test('an entity is added by keyboard with its source, related to another, and the relationship taken away again', async () => {
  const { page, close } = await openSigned(browser(), server());
  await page.keyboard.press('Shift+I');
  const form = page.getByRole('form', { name: 'Add an entity' });
  await form.getByLabel('What it is').selectOption('event');
  await form.getByLabel('Kind').fill('debate');
  await form.getByLabel('What it is').selectOption('person');
  await form.getByRole('button', { name: 'Add the person' }).click();
  await form.getByText('A name is needed.').waitFor();
  await form.getByText('Choose the document that says so.').waitFor();
  await form.getByLabel('Name', { exact: true }).fill('Ada Example');
  await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
  await form.getByLabel('Why').fill('She is named there');
  // Somebody adds one of that name meanwhile: it is shown, nothing typed is lost, and both can be there.
  await ask(
    server(),
    `mutation { createEntity(input: { entity: { person: { name: "Ada Example", honorific: "Dame" } },
       evidence: [{ basis: OUTSIDE, explanation: "a test" }], reason: "a test" }) { __typename } }`,
  );
  await page.keyboard.press('Control+Enter');
  const namesake = page.getByRole('alert', { name: 'There is one of this name already' });
  await namesake.getByText('Dame').waitFor();
  expect(await form.getByLabel('Why').inputValue()).toBe('She is named there');
  await expectAccessibleInBothThemes(page);
  await namesake.getByRole('button', { name: 'Mine is another' }).click();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByRole('heading', { level: 2, name: 'Ada Example' }).waitFor();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain('person/ada-example-2');

  // Related: only the ways that the table allows between a person and a body are offered.
  await page.keyboard.press('Shift+L');
  const relating = page.getByRole('form', { name: 'Relate two' });
  await pick(page, 'To this', 'cafcass board', 'Cafcass Board');
  const ways = await relating.getByLabel('How', { exact: true }).locator('option').allTextContents();
  expect(ways).toContain('… held a post at …');
  expect(ways.join()).not.toContain('inspected');
  await relating.getByLabel('How', { exact: true }).selectOption({ label: '… held a post at …' });
  await relating.getByLabel('Title').fill('Member');
  await relating.getByLabel('From', { exact: true }).fill('2019');
  await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
  await relating.getByLabel('Why').fill('She sat there');
  await ask(
    server(),
    `mutation { relate(input: { type: HOLDS_POST, from: "person/ada-example-2", to: "organisation/cafcass-board",
       properties: { title: "Observer" }, evidence: [{ basis: OUTSIDE, explanation: "a test" }],
       reason: "a test" }) { __typename } }`,
  );
  await page.keyboard.press('Control+Enter');
  const related = page.getByRole('alert', { name: 'They are related so already' });
  await related.getByText('was observer of').waitFor();
  expect(await related.textContent()).toContain('Title: Member');
  await expectAccessibleInBothThemes(page);
  await related.getByRole('button', { name: 'Relate them all the same' }).click();
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('heading', { level: 2, name: 'Ada Example was member of Cafcass Board' })
    .waitFor({ state: 'attached' });

  // The relationship is what is selected; it is deleted, and its ends stay.
  await page.keyboard.press('Shift+Delete');
  const deleting = page.getByRole('form', { name: 'Delete from the graph' });
  await deleting.getByLabel('Why').fill('She did not');
  await deleting.getByRole('button', { name: 'Delete it from the graph' }).click();
  await deleting.waitFor({ state: 'detached' });
  await select(page, 'person/ada-example-2', 'Ada Example');
  const posts = page.getByRole('region', { name: 'Posts' });
  await expect.poll(() => posts.textContent()).not.toContain('Member');
  expect(await posts.textContent()).toContain('Observer');
  expect(await nodesOnCanvas(page)).toContain('person/ada-example-2');
  await close();
});

test('who turns to something else while what was saved is fetched stays there, and what was hidden stays hidden', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'person/jacky-tiotto', 'Jacky Tiotto');
  await page.keyboard.press('h');
  await expect.poll(() => nodesOnCanvas(page)).not.toContain('person/jacky-tiotto');
  await page.keyboard.press('Shift+I');
  const form = page.getByRole('form', { name: 'Add an entity' });
  await form.getByLabel('What it is').selectOption('person');
  await form.getByLabel('Name', { exact: true }).fill('Grace Example');
  await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
  await form.getByLabel('Why').fill('She is named there');
  const fetching = await holdRequests(
    page,
    (body) => body.includes('query Subgraph') && body.includes('person/grace-example'),
  );
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await fetching.isAsked;
  await select(page, 'person/anthony-douglas', 'Anthony Douglas');
  fetching.letGo();
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toContain('person/grace-example');
  expect(await nodesOnCanvas(page)).not.toContain('person/jacky-tiotto');
  await page.getByRole('heading', { level: 2, name: 'Anthony Douglas' }).waitFor();
  expect(await page.evaluate(() => window.__oversight?.selected())).toEqual(['person/anthony-douglas']);
  await close();
});

test('before an entity is deleted it says what hangs on it, and a document on which facts rest stays', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'person/sally-cheshire', 'Sally Cheshire');
  await page.getByRole('button', { name: /^Delete it from the graph/ }).click();
  const form = page.getByRole('form', { name: 'Delete from the graph' });
  await form.getByText(/^held a post at: \d+/).waitFor();
  await form.getByLabel('Why').fill('To try it');
  await form.getByRole('button', { name: 'Delete it from the graph' }).click();
  await form.getByText('Say that they may go, or leave it.').waitFor();
  await expectAccessibleInBothThemes(page);
  // Somebody changes it meanwhile.
  await ask(
    server(),
    `mutation { changeEntity(input: { id: "person/sally-cheshire", expectedVersion: 1,
       set: { person: { note: "x" } }, reason: "a test" }) { __typename } }`,
  );
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Delete it from the graph' }).click();
  const conflict = page.getByRole('alert', { name: 'Somebody changed this meanwhile' });
  await conflict.getByRole('button', { name: 'Keep mine, on top of theirs' }).click();
  await form.getByRole('button', { name: 'Delete it from the graph' }).click();
  await expectSaved(page);
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).not.toContain('person/sally-cheshire');

  await select(page, 'document/good-2014', 'Cafcass praised in its first national Ofsted inspection');
  await page.keyboard.press('Shift+Delete');
  await form.getByText(/facts rest on this document/).waitFor();
  await close();
});

test('a judgement is recorded by the scale of its day; one that disagrees is disputed', async () => {
  const { page, close } = await openSigned(browser(), server());
  await select(page, 'inspection/cafcass-2014', 'First national inspection');
  await page.keyboard.press('g');
  const form = page.getByRole('form', { name: 'Record a judgement' });
  await form.getByText(/these scales count: .*Ofsted social care/).waitFor();
  await form.getByLabel('Area, as printed').fill('Overall effectiveness');
  await form.getByText('Recorded on this area already: Good').waitFor();
  await form.getByLabel('Grade, as printed').fill('splendid');
  await form.getByText('No scale of that day has it').waitFor();
  await form.getByLabel('Grade, as printed').fill('Outstanding');
  await form.getByText(/^Rank 1 of 4/).waitFor();
  await pick(page, 'Document', 'outstanding', 'Ofsted report of Court advisory');
  await form.getByLabel('Where in it').fill('page 2');
  await form.getByLabel('Why').fill('It says otherwise');
  await ask(
    server(),
    `mutation { recordJudgement(input: { inspection: "inspection/cafcass-2014", area: "Overall effectiveness",
       label: "Requires improvement", evidence: [{ document: "document/good-2014" }], reason: "a test" }) { __typename } }`,
  );
  await page.keyboard.press('Control+Enter');
  const judged = page.getByRole('alert', { name: 'Somebody judged this meanwhile' });
  await judged.getByText('Requires improvement').waitFor();
  expect(await judged.textContent()).toContain('Outstanding');
  await expectAccessibleInBothThemes(page);
  await judged.getByRole('button', { name: 'Record mine all the same' }).click();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  // What was saved is selected once it is there.
  await page.getByRole('heading', { level: 2, name: /Outstanding/ }).waitFor({ state: 'attached' });
  await select(page, 'inspection/cafcass-2014', 'First national inspection');
  const dispute = page.getByRole('region', { name: 'Disputed: the overall grade' });
  await dispute.waitFor();
  expect(await dispute.textContent()).toContain('Outstanding');
  await close();
});
