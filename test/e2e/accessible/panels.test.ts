import { test } from 'vitest';
import { expectAccessible } from '../expect-accessible.ts';
import { shareOversight } from '../share-oversight.ts';
import { press, type State, selecting, themes } from './states.ts';

const { explorer } = shareOversight();

const states: readonly State[] = [
  ['as it opens', async () => {}],
  [
    'searching',
    async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('cafcass');
      await page.getByRole('option').first().waitFor();
    },
  ],
  [
    'nothing found',
    async (page) => {
      await page.getByRole('combobox').fill('zzzzqqqq');
      await page.getByText('Nothing found for').waitFor();
      await page.getByRole('combobox').fill('');
      await page.keyboard.press('Escape');
    },
  ],
  selecting('inspection/cafcass-2018'),
  selecting('judgement/cafcass-2018/overall/good'),
  selecting('quote/003-06'),
  selecting('organisation/cafcass'),
  selecting('person/anthony-douglas'),
  [
    'the outline, with relationships open and a node hidden',
    async (page) => {
      await press(page, 'Outline');
      await page.getByRole('treeitem', { name: /^Anthony Douglas/ }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('treeitem', { name: /^Jacky Tiotto/ }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('h');
      await page.keyboard.press('End');
      await page.getByRole('treeitem', { name: /, hidden/ }).waitFor();
    },
  ],
  [
    'a relationship selected',
    async (page) => {
      await page.keyboard.press('Home');
      await page.getByRole('treeitem', { name: /^was chief executive of, Cafcass/ }).click();
      await page.getByText('Relationship · held a post at').waitFor();
    },
  ],
  [
    'the table of nodes',
    async (page) => {
      await press(page, 'Table');
      await page.getByRole('grid').waitFor();
    },
  ],
  ['the table of relationships', (page) => page.getByRole('button', { name: /^Relationships \d/ }).click()],
  [
    'the timeline',
    async (page) => {
      await press(page, 'Timeline');
      await page.getByRole('region', { name: 'Timeline' }).waitFor();
    },
  ],
  [
    'filtered by type and by grade, with the editor of colours',
    async (page) => {
      await press(page, 'Legend');
      await press(page, 'People');
      await press(page, 'inadequate');
      await page.getByRole('button', { name: 'Colour and size: Inspections' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: /^Colour and size/ }).waitFor();
    },
  ],
  [
    'nothing to be seen',
    async (page) => {
      await page.getByRole('button', { name: 'Quotes', exact: true }).click({ modifiers: ['Alt'] });
      await page.getByRole('checkbox', { name: /sources disagree on/ }).check();
      await page.getByText('Nothing can be seen').waitFor();
    },
  ],
];

test.each(themes)('every panel is accessible, %s', async (colorScheme) => {
  const page = await explorer({ colorScheme });
  for (const [state, reach] of states) {
    await reach(page);
    await expectAccessible(page, state);
  }
});
