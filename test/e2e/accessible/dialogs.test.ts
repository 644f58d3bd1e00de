import { test } from 'vitest';
import { expectAccessible } from '../expect-accessible.ts';
import { pointOf } from '../open-explorer.ts';
import { shareOversight } from '../share-oversight.ts';
import { closing, press, type State, selecting, themes } from './states.ts';

const { explorer } = shareOversight();

const exporting = (item: string | RegExp): State => [
  `export: ${item}`,
  closing(async (page) => {
    await page.keyboard.press('x');
    await page.getByRole('menuitem', { name: item }).click();
    await page.getByRole('dialog').waitFor();
  }),
];

const states: readonly State[] = [
  selecting('organisation/cafcass'),
  ['the list of keys', (page) => page.keyboard.press('?')],
  ['views', closing((page) => page.keyboard.press('v'))],
  [
    'the ways to export',
    closing(async (page) => {
      await page.keyboard.press('x');
      await page.getByRole('menu').waitFor();
    }),
  ],
  exporting('Picture (PNG) …'),
  exporting('Tables (CSV) …'),
  exporting('Embed this view …'),
  exporting(/^About/),
  [
    'a citation',
    closing(async (page) => {
      await page.keyboard.press('Shift+c');
      await page.getByRole('dialog', { name: 'Cite' }).getByRole('textbox').waitFor();
    }),
  ],
  ['expanding by relationship', closing((page) => page.keyboard.press('Shift+e'))],
  ['signing in', closing((page) => press(page, 'Sign in to curate'))],
  [
    'the menu of a node',
    closing(async (page) => {
      const { x, y } = await pointOf(page, 'organisation/cafcass');
      await page.mouse.click(x, y, { button: 'right' });
      await page.getByRole('menu').waitFor();
    }),
  ],
  ['the arrangements', closing((page) => page.getByRole('button', { name: /^Arranged/ }).click())],
  [
    'the history, and the choice of columns',
    closing(async (page) => {
      await page.keyboard.press('p');
      await page.keyboard.press('u');
      await page.getByRole('region', { name: 'History' }).waitFor();
      await press(page, 'Table');
      await press(page, 'Columns');
    }),
  ],
];

test.each(themes)('every dialogue and menu is accessible, %s', async (colorScheme) => {
  const page = await explorer({ colorScheme });
  for (const [state, reach] of states) {
    await reach(page);
    await expectAccessible(page, state);
  }
});
