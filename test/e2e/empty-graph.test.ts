import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type SignedServer, serveSigned } from './curate/sign-in.ts';
import { shareOversight } from './share-oversight.ts';

const { visit } = shareOversight();
let signed: SignedServer;
beforeAll(async () => {
  signed = await serveSigned();
});
afterAll(() => signed.served.stop());

test('an empty graph is said to be empty: here, once the seed is taken back', async () => {
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
  const page = await visit(signed.served.address);
  await page.getByText('The graph is empty').waitFor();
  await page.getByRole('button', { name: 'Look again' }).waitFor();
  // Nothing beside it speaks of what is not there.
  await page.getByText('Nothing to explain').waitFor();
  await page.getByText(/^There is nothing to choose yet/).waitFor();
});
