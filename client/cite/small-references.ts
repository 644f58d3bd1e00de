import { partialDate } from '../../schema/parse-partial-date.ts';
import type { CitedDocument, Reference } from './reference.ts';

const article: CitedDocument = {
  id: 'document/good-2014',
  title: 'Cafcass praised in its “first” national inspection & more',
  kind: 'news article',
  publishers: ['Community Care'],
  publishedOn: partialDate('2014-04-24'),
  sourceUrl: 'https://example.org/2014/04/24/cafcass_praised?a=1&b=2',
  locator: 'paragraph 4',
  url: 'http://oversight.example/document/good-2014',
};
const statistics: CitedDocument = {
  id: 'document/statistics',
  title: 'Inspections in year, 100% of #1 {draft}',
  kind: 'official statistics',
  publishers: [],
  publishedOn: partialDate('2018?'),
  sourceUrl: null,
  locator: 'row 7; row 9',
  url: 'http://oversight.example/document/statistics',
};
const accessedOn = partialDate('2026-11-26');

/** One of each kind. */
export const smallReferences = {
  document: { kind: 'document', document: { ...article, locator: null }, accessedOn },
  quote: {
    kind: 'quote',
    id: 'quote/000-04',
    words: 'five years of grit and determination',
    speakers: ['Anthony Douglas'],
    saidOn: null,
    documents: [article],
    url: 'http://oversight.example/quote/000-04',
    accessedOn,
  },
  fact: {
    kind: 'fact',
    id: 'judgement/cafcass-2018/overall/good',
    title: 'Second national inspection of Cafcass: overall – good',
    what: 'judgement, 28 March 2018',
    documents: [article, statistics],
    url: 'http://oversight.example/judgement/cafcass-2018/overall/good',
    accessedOn,
  },
} as const satisfies Record<string, Reference>;
