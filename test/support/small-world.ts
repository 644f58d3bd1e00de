import {
  evidenceId,
  type NodeId,
  nodeId,
  type RelationshipId,
  relationshipId,
  type StatementId,
  statementId,
} from '../../schema/ids.ts';
import type { NodeType, PropertyValues } from '../../schema/node-types.ts';
import { partialDate } from '../../schema/parse-partial-date.ts';
import type {
  Evidence,
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Statement,
} from '../../schema/records.ts';
import type { RelationshipPropertyValues, RelationshipType } from '../../schema/relationship-types.ts';
import type { GraphChange } from '../../server/store/graph-store.ts';

/** A node of a small world, at version 1 and undisputed. */
export function makeNode(
  id: string,
  type: NodeType,
  properties: PropertyValues & { readonly name: string },
  disputed: readonly string[] = [],
): GraphNode {
  return { id: nodeId(id), type, version: 1, disputed, properties };
}

export function makeRelationship(
  type: RelationshipType,
  from: string,
  to: string,
  properties: RelationshipPropertyValues = {},
  key = '',
): GraphRelationship {
  const [start, end] = [nodeId(from), nodeId(to)];
  const id = relationshipId(type, start, end, key);
  return { id, type, from: start, to: end, version: 1, disputed: [], properties };
}

export function makeEvidence(
  of: NodeId | RelationshipId | StatementId,
  document: string | null,
  given: Partial<Pick<Evidence, 'basis' | 'locator' | 'words' | 'explanation'>> = {},
): Evidence {
  const basis = given.basis ?? (document ? 'stated' : 'outside');
  const { locator = null, words = null, explanation = document ? null : 'well known' } = given;
  const place = document ? nodeId(document) : null;
  const id = evidenceId(of, place, locator, basis, explanation);
  return { id, of, document: place, basis, locator, words, explanation };
}

export function makeStatement(
  of: NodeId | RelationshipId,
  property: string,
  value: Statement['value'],
  standing: Statement['standing'] = 'stands',
  reason: string | null = null,
): Statement {
  return { id: statementId(of, property, value), of, property, value, standing, reason };
}

/** A change by a tester that puts and removes what is given and expects no versions. */
export function makeChange(
  put: Partial<GraphRecords>,
  rest: Partial<Omit<GraphChange, 'put'>> = {},
): GraphChange {
  return {
    author: 'tester',
    reason: 'a test',
    at: '2026-01-02T03:04:05.000Z',
    expected: [],
    remove: [],
    marks: [],
    idempotencyKey: null,
    ...rest,
    put: { nodes: [], relationships: [], evidence: [], statements: [], ...put },
  };
}

const gradeFour = { scale: 'ofsted-social-care-2005', rank: 4, of: 4 } as const;
const day = partialDate;

const nodes: readonly GraphNode[] = [
  makeNode('document/report', 'Document', {
    name: 'Report on Eastshire',
    kind: 'report',
    standing: 'primary',
    publishedOn: day('2008-05-14'),
    date: day('2008-05-14'),
    sourceUrl: 'https://example.org/report',
  }),
  makeNode('document/article', 'Document', {
    name: 'Article',
    kind: 'news article',
    standing: 'secondary',
    publishedOn: day('2008-05'),
    date: day('2008-05'),
  }),
  makeNode('person/ada', 'Person', { name: 'Ada Brontë', aliases: ['A. Bronte', 'Countess'] }),
  makeNode('person/ben', 'Person', { name: 'ben Okafor', honorific: 'Sir' }),
  makeNode('organisation/service', 'Organisation', {
    name: 'Eastshire Service',
    kind: 'inspected body',
    officialNumber: '1027080',
  }),
  makeNode('organisation/inspectorate', 'Organisation', { name: 'Inspectorate', kind: 'inspectorate' }),
  makeNode('region/eastshire', 'Region', { name: 'Eastshire', kind: 'county' }),
  makeNode(
    'inspection/first',
    'Inspection',
    {
      name: 'Eastshire, 2008',
      kind: 'service area',
      startedOn: day('2008-02'),
      publishedOn: day('2008-05-14'),
      date: day('2008-05-14'),
    },
    ['judgements'],
  ),
  makeNode('inspection/second', 'Inspection', {
    name: 'Eastshire, 2012',
    kind: 'service area',
    isPilot: true,
    startedOn: day('2012~'),
    date: day('2012~'),
  }),
  makeNode(
    'judgement/first/overall',
    'Judgement',
    {
      name: 'Overall effectiveness: Inadequate',
      area: 'overall',
      areaAsPrinted: 'Overall effectiveness',
      label: 'Inadequate',
      grade: gradeFour,
      standing: 'stands',
      date: day('2008-05-14'),
    },
    ['judgements'],
  ),
  makeNode(
    'judgement/first/overall-article',
    'Judgement',
    {
      name: 'overall: consistently inadequate',
      area: 'overall',
      label: 'consistently inadequate',
      standing: 'also said',
      date: day('2008-05-14'),
    },
    ['judgements'],
  ),
  makeNode('quote/ada-first', 'Quote', {
    name: '“We will do better”',
    text: 'We will do better',
    kind: 'direct',
    saidOn: day('2008-05-15'),
    date: day('2008-05-15'),
  }),
  makeNode('measure/cases', 'Measure', {
    name: 'open cases: 1,200',
    metric: 'open cases',
    value: 1200,
    percent: 12.5,
    isEstimate: false,
  }),
];

const relationships: readonly GraphRelationship[] = [
  makeRelationship(
    'HOLDS_POST',
    'person/ada',
    'organisation/service',
    { title: 'Chief Executive', kind: 'chief executive', from: day('2004'), to: day('2012-10') },
    'chief executive',
  ),
  makeRelationship(
    'HOLDS_POST',
    'person/ada',
    'organisation/service',
    { title: 'Chair', kind: 'board chair', attestedOn: [day('2013'), day('2014-04~')], interim: true },
    'chair',
  ),
  makeRelationship('HOLDS_POST', 'person/ben', 'organisation/inspectorate', { title: 'Director' }),
  makeRelationship('CONDUCTED', 'organisation/inspectorate', 'inspection/first'),
  makeRelationship('CONDUCTED', 'organisation/inspectorate', 'inspection/second'),
  makeRelationship('INSPECTED', 'inspection/first', 'organisation/service'),
  makeRelationship('INSPECTED', 'inspection/second', 'organisation/service'),
  makeRelationship('COVERED', 'inspection/first', 'region/eastshire'),
  makeRelationship('JUDGED', 'inspection/first', 'judgement/first/overall'),
  makeRelationship('JUDGED', 'inspection/first', 'judgement/first/overall-article'),
  makeRelationship('SAID', 'person/ada', 'quote/ada-first', { as: 'person' }),
  makeRelationship('ABOUT', 'quote/ada-first', 'judgement/first/overall'),
  makeRelationship('QUOTED_IN', 'quote/ada-first', 'document/article', { locator: 'paragraph 3' }),
  makeRelationship('STATED', 'document/report', 'measure/cases'),
  makeRelationship('PART_OF', 'organisation/service', 'organisation/service'),
];

const statements: readonly Statement[] = [
  makeStatement(nodeId('inspection/first'), 'publishedOn', '2008-05-14'),
  makeStatement(nodeId('inspection/first'), 'publishedOn', '2008-06', 'rejected', 'a slip of the pen'),
  makeStatement(nodeId('person/ada'), 'aliases', 'Countess', 'also said'),
];

/**
 * A world of thirteen nodes and fifteen relationships that one can hold in the head: an inspection of 2008 whose
 * overall judgement is disputed, one of 2012, two posts of one person at one body, a quote and a measure.
 */
export const smallWorld: GraphRecords = {
  nodes,
  relationships,
  statements,
  evidence: [
    ...relationships.map(({ id }) => makeEvidence(id, 'document/report', { locator: 'paragraph 1' })),
    ...statements.map(({ id }) => makeEvidence(id, 'document/article', { words: 'as printed' })),
    makeEvidence(nodeId('inspection/first'), 'document/report', { locator: 'page 1' }),
    makeEvidence(nodeId('inspection/first'), 'document/article'),
    makeEvidence(nodeId('inspection/second'), 'document/article', {
      basis: 'inferred',
      explanation: 'it says “the inspection after”',
    }),
    makeEvidence(nodeId('person/ben'), null),
  ],
};
