import { test } from 'vitest';
import { expectAccessible } from '../expect-accessible.ts';
import { selectByMouse } from '../open-explorer.ts';
import { shareOversight } from '../share-oversight.ts';
import { press, type State, selecting, themes } from './states.ts';

const { address, explorer, visit } = shareOversight();

const states: readonly State[] = [
  selecting('organisation/cafcass'),
  [
    'its changes',
    async (page) => {
      await page.keyboard.press('j');
      await page.getByRole('region', { name: 'Changes' }).getByText('Added').first().waitFor();
    },
  ],
  [
    'paths',
    async (page) => {
      await selectByMouse(page, 'person/anthony-douglas');
      await selectByMouse(page, 'organisation/ofsted', { adds: true });
      await page.keyboard.press('w');
      await page.getByRole('region', { name: 'Paths' }).getByRole('listitem').first().waitFor();
    },
  ],
  [
    'what they share',
    async (page) => {
      await page.keyboard.press('s');
      await page.getByRole('region', { name: 'Shared' }).getByRole('heading').first().waitFor();
    },
  ],
  [
    'curating without a token',
    async (page) => {
      await page.keyboard.press('l');
      await page.getByRole('region', { name: 'Curate' }).waitFor();
    },
  ],
];

test.each(themes)('what is worked on beside the canvas is accessible, %s', async (colorScheme) => {
  const page = await explorer({ colorScheme });
  for (const [state, reach] of states) {
    await reach(page);
    await expectAccessible(page, state);
  }
});

test.each(themes)('failures are accessible, %s', async (colorScheme) => {
  const page = await explorer({ colorScheme, mayBreak: true });
  await page.context().setOffline(true);
  await page.locator('.connection-banner').waitFor();
  await press(page, 'show everything');
  await page.locator('.toast').first().waitFor();
  await expectAccessible(page, 'offline');

  const failed = await visit('about:blank', { colorScheme, mayBreak: true });
  await failed.route('**/graphql', (route) => route.abort());
  await failed.goto(address());
  await failed.getByRole('button', { name: 'Try again' }).waitFor();
  await expectAccessible(failed, 'no graph');
});

test.each(themes)('what waits for the server is accessible, %s', async (colorScheme) => {
  const page = await visit('about:blank', { colorScheme, mayBreak: true });
  await page.route('**/graphql', () => {});
  await page.goto(address());
  await page.getByText('Fetching the graph …').waitFor();
  await expectAccessible(page, 'loading');
});
