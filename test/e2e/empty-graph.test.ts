import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type SignedServer, serveSigned, signIn } from './curate/sign-in.ts';
import { nodesOnCanvas } from './open-explorer.ts';
import { shareOversight } from './share-oversight.ts';

const { visit } = shareOversight();
let signed: SignedServer;
beforeAll(async () => {
  signed = await serveSigned();
});
afterAll(() => signed.served.stop());

test('an empty graph is said to be empty, here once the seed is taken back, until the first entity is saved', async () => {
  const input = { sequence: 1, mostRecords: 10_000, reason: 'The seed goes.', idempotencyKey: 'empty' };
  const started = await ask(
    signed,
    `mutation ($input: RevertChangeInput!) {
      revertChange(input: $input) { ... on RevertChangeStarted { reversal { takesBack } } } }`,
    { input },
  );
  expect(started).toEqual({ data: { revertChange: { reversal: { takesBack: 1 } } } });
  await expect
    .poll(() => ask(signed, '{ reversals { state } }'), { timeout: 60_000 })
    .toEqual({ data: { reversals: [{ state: 'DONE' }] } });
  const page = await visit(`${signed.served.address}?test-bridge`);
  await page.getByText('The graph is empty').waitFor();
  await page.getByRole('button', { name: 'Look again' }).waitFor();
  // Nothing beside it speaks of what is not there.
  await page.getByText('Nothing to explain').waitFor();
  await page.getByText(/^There is nothing to choose yet/).waitFor();
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await page.getByText('Nothing to list').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Picture (PNG)' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Save PNG' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');

  await signIn(page, signed.token);
  await page.keyboard.press('Shift+I');
  const form = page.getByRole('form', { name: 'Add an entity' });
  await form.getByLabel('What it is').selectOption('person');
  await form.getByLabel('Name', { exact: true }).fill('Ada Example');
  await form.getByText('Known from elsewhere').click();
  await form.getByLabel('Where it is known from').fill('a letter');
  await form.getByLabel('Why', { exact: true }).fill('She is the first');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => nodesOnCanvas(page), { timeout: 20_000 }).toEqual(['person/ada-example']);
  expect(await page.getByText('The graph is empty').count()).toBe(0);
  await page.getByText('1 of 1 shown').waitFor();
  await page.getByRole('treeitem', { name: 'Ada Example' }).first().waitFor();
  // What others add is counted as well.
  await ask(
    signed,
    `mutation { createEntity(input: { entity: { person: { name: "Ben Example" } },
       evidence: [{ basis: OUTSIDE, explanation: "a test" }], reason: "a test" }) { __typename } }`,
  );
  await page.getByText('1 of 2 shown').waitFor();
});
