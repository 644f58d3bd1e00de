import { nodeId } from '../../schema/ids.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type { Said, Source, SourceDocument } from '../api/detail.ts';
import { shownNode, shownRelationship } from '../exploration/small-world.ts';
import type { ExportedView } from './exported-view.ts';

const document = (id: string, name: string, more: Partial<SourceDocument> = {}): SourceDocument => ({
  id: nodeId(id),
  name,
  kind: 'news article',
  isPrimary: false,
  publishedOn: partialDate('2014-04-24'),
  sourceUrl: null,
  licence: null,
  attribution: null,
  ...more,
});

const statistics = document('document/statistics', 'Inspections in year', {
  kind: 'official statistics',
  isPrimary: true,
  publishedOn: partialDate('2018'),
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
});
const article = document('document/article', 'Cafcass “praised”, at last', {
  sourceUrl: 'https://example.org/praised?a=1&b=2',
});

const source = (
  id: string,
  of: SourceDocument | null,
  locator: string | null,
  words: string | null = null,
): Source => ({
  id: `evidence/${id}`,
  document: of,
  basis: of ? 'stated' : 'outside',
  locator,
  words,
  explanation: of ? null : 'known from the web address',
});

const said: Said = {
  id: 'statement/one',
  property: 'publishedOn',
  value: '2018-03-28',
  words: '28 March 2018',
  standing: 'also said',
  reason: null,
  sources: [source('four', statistics, 'row 9')],
};

/** An inspection of a body, its judgement, and what is said about it; one name would be run as a formula. */
export const smallView: ExportedView = {
  title: 'Cafcass under inspection, 2008–2024',
  scope: 'what can be seen',
  address: 'http://oversight.example/#/selected=organisation/cafcass',
  madeOn: '2026-11-26',
  version: '0.2.0',
  nodes: [
    {
      ...shownNode('organisation/cafcass', 'Organisation', {
        name: '=HYPERLINK("http://evil.example","Cafcass")',
        kind: 'inspected body',
        aliases: ['Children & Family Court Advisory and Support Service', '<Cafcass>'],
      }),
      url: 'http://oversight.example/organisation/cafcass',
      at: { x: -10.5, y: 20 },
      evidence: [source('one', article, 'paragraph 1', 'Cafcass, the family court\nadvisory service')],
      statements: [],
    },
    {
      ...shownNode('inspection/cafcass-2018', 'Inspection', {
        name: 'Second national inspection of Cafcass',
        isPilot: false,
        publishedOn: partialDate('2018-03~'),
        date: partialDate('2018-03~'),
      }),
      url: 'http://oversight.example/inspection/cafcass-2018',
      at: null,
      evidence: [source('two', statistics, 'row 7')],
      statements: [said],
    },
    {
      ...shownNode('judgement/2018/overall/good', 'Judgement', {
        name: 'overall: good',
        area: 'overall',
        label: 'Good',
        grade: { scale: 'ofsted-social-care-2013', rank: 2, of: 4 },
      }),
      url: 'http://oversight.example/judgement/2018/overall/good',
      at: { x: 0, y: 60 },
      evidence: [],
      statements: [],
    },
    {
      ...shownNode('measure/calls', 'Measure', { name: 'calls', value: -12.5, percent: 3 }),
      url: 'http://oversight.example/measure/calls',
      at: null,
      evidence: [],
      statements: [],
    },
  ],
  relationships: [
    {
      ...shownRelationship('INSPECTED', 'inspection/cafcass-2018', 'organisation/cafcass'),
      evidence: [source('three', null, null)],
      statements: [],
    },
    {
      ...shownRelationship('JUDGED', 'inspection/cafcass-2018', 'judgement/2018/overall/good'),
      evidence: [source('five', statistics, 'row 7')],
      statements: [],
    },
  ],
};
