import { nodeId, relationshipId } from '../../schema/ids.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type { Neighbour, NodeDetail, Said, Source } from '../api/detail.ts';
import { shownNode } from '../exploration/small-world.ts';

/** A source for tests: a paragraph of a document of that year. */
function source(document: string, year: string, locator: string, isPrimary = false): Source {
  return {
    id: `evidence/${document} ${locator}`,
    basis: 'stated',
    locator,
    words: null,
    explanation: null,
    document: {
      id: nodeId(`document/${document}`),
      name: document,
      kind: 'report',
      isPrimary,
      publishedOn: partialDate(year),
      sourceUrl: null,
      licence: null,
      attribution: null,
    },
  };
}

function said(property: string, words: string, standing: Said['standing'], sources: Source[]): Said {
  return {
    id: `statement/${property} ${words}`,
    property,
    value: words,
    words,
    standing,
    reason: null,
    sources,
  };
}

function judged(area: string, label: string, rank: number): Neighbour {
  const inspection = nodeId('inspection/cafcass-2018');
  const key = `judgement/${area}-${label.toLowerCase()}`;
  return {
    id: relationshipId('JUDGED', inspection, nodeId(key), ''),
    type: 'JUDGED',
    direction: 'out',
    properties: {},
    disputed: [],
    sources: [source('article', '2024', 'paragraph 2')],
    said: [],
    node: shownNode(key, 'Judgement', {
      name: `${area}: ${label}`,
      area,
      label,
      grade: { scale: 'ofsted-social-care-2013', rank, of: 4 },
    }),
    nodeSources: [],
  };
}

/** An inspection with two overall judgements that contradict each other, and a disputed date. */
export const smallDetail: NodeDetail = {
  node: shownNode('inspection/cafcass-2018', 'Inspection', {
    name: 'Second national inspection',
    startedOn: partialDate('2018-02'),
    purpose: 'to see what works',
  }),
  url: '',
  sources: [source('article', '2024', 'paragraph 10'), source('article', '2024', 'paragraph 2')],
  said: [
    said('startedOn', '2019', 'also said', [source('letter', '2019', 'page 1', true)]),
    said('startedOn', 'February 2018', 'stands', [source('statistics', '2018', 'row 7', true)]),
    said('startedOn', '2001', 'rejected', []),
  ],
  neighbours: [
    judged('leadership', 'Good', 2),
    judged('overall', 'Good', 2),
    judged('overall', 'Outstanding', 1),
  ],
  isWhole: true,
  postsThen: [],
  judgedBeside: [],
};
