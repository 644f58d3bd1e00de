import { expect, test } from 'vitest';
import { smallDetail } from '../small-detail.ts';
import { collectSources } from './collect-sources.ts';

test('sources stand by document, primary and newer ones first, each place once and in order', () => {
  expect(
    collectSources(smallDetail).map(({ document, places }) => [
      document?.name,
      ...places.map(({ locator }) => locator),
    ]),
  ).toEqual([
    ['letter', 'page 1'],
    ['statistics', 'row 7'],
    ['article', 'paragraph 2', 'paragraph 10'],
  ]);
});
