import { ids } from './generate-nodes.ts';
import type { WorldSize } from './world-size.ts';

/** A question over a generated world, with other variables each turn; the same ones for worlds of any size. */
export interface ScaleQuestion {
  readonly what: string;
  readonly query: string;
  readonly variables: (turn: number, size: WorldSize) => Readonly<Record<string, unknown>>;
  /** Of an answer: whether it brings what it should. */
  readonly isRight: (data: Readonly<Record<string, unknown>>) => boolean;
  /** The list whose next page the next turn asks for, by a variable `after`; the first one follows the last. */
  readonly pagesOf?: string;
}

/** Numbers of a walk that visits all places of a list, far apart from each other. */
const at = (turn: number, count: number) => Math.floor(((turn * 0.618_033_988_749_895) % 1) * count);
const holds = (text: string) => (data: object) => JSON.stringify(data).includes(text);

/** What must cost the same at a thousand and at a million nodes: it brings the same, and must look at no more. */
export const steadyQuestions: readonly ScaleQuestion[] = [
  {
    what: 'Look-up by id',
    query: 'query ($id: ID!) { node(id: $id) { id ... on Organisation { name kind note officialNumber } } }',
    variables: (turn, { providers }) => ({ id: ids.provider(at(turn, providers)) }),
    isRight: holds('"officialNumber":"SC'),
  },
  {
    what: 'One-hop page: a body’s inspections, the newest first',
    query: `query ($id: ID!) { organisation(id: $id) { name inspections(first: 20, orderBy: [{ field: DATE, direction: DESC }]) {
      nodes { id name publishedOn { edtf } } } } }`,
    // Those with one or a few inspections, as most have.
    variables: (turn, { providers }) => ({
      id: ids.provider(Math.floor(providers / 2) + at(turn, Math.floor(providers / 2))),
    }),
    isRight: holds('inspection/'),
  },
  {
    what: 'One-hop page of a hub: what the inspectorate conducted',
    query: `query ($id: ID!) { organisation(id: $id) { conducted(first: 20) { nodes { id name } pageInfo { hasNextPage } } } }`,
    variables: () => ({ id: ids.inspectorate }),
    isRight: holds('"hasNextPage":true'),
  },
  {
    what: 'Search for a number of a body',
    query: 'query ($query: String!) { search(query: $query, first: 10) { nodes { id name } } }',
    variables: (turn, { providers }) => ({ query: `SC${100_000 + at(turn, providers)}` }),
    isRight: holds('organisation/provider-'),
  },
  {
    what: 'Keyset page: the next inspections by date, behind a cursor',
    query: `query ($after: String) { inspections(first: 20, after: $after, orderBy: [{ field: DATE, direction: DESC }]) {
      nodes { id name } pageInfo { endCursor } } }`,
    variables: () => ({}),
    isRight: holds('inspection/'),
    pagesOf: 'inspections',
  },
  {
    what: 'Page of a filter: the last inspections before a day',
    query: `query ($from: EDTF!) { inspections(first: 20, where: { date: { before: $from } },
      orderBy: [{ field: DATE, direction: DESC }]) { nodes { id name } pageInfo { endCursor } } }`,
    variables: (turn) => ({ from: `${2016 + (turn % 9)}-0${1 + (turn % 9)}` }),
    isRight: holds('inspection/'),
  },
  {
    what: 'Page by a grade: inadequate, the newest first',
    query: `{ judgements(first: 20, where: { grade: { ranks: [4] } }, orderBy: [{ field: DATE, direction: DESC }]) {
      nodes { id name } } }`,
    variables: () => ({}),
    isRight: holds('judgement/'),
  },
];

/** What looks at more where there is more, and must be bounded. */
export const boundedQuestions: readonly ScaleQuestion[] = [
  {
    what: 'Ten shortest paths within 6 hops, between two bodies',
    query: `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxHops: 6, first: 10) {
      truncated paths { nodes { id } relationships { id } } } }`,
    variables: (turn, { providers }) => ({
      from: ids.provider(at(turn, providers)),
      to: ids.provider(at(turn + 7_919, providers)),
    }),
    isRight: holds('"truncated":'),
  },
  {
    what: 'Sub-graph within 2 hops of a body, 500 nodes at most',
    query: `query ($ids: [ID!]) { subgraph(ids: $ids, hops: 2, limit: 500) {
      truncated nodes { id name } relationships { id } } }`,
    variables: (turn, { providers }) => ({ ids: [ids.provider(at(turn, providers))] }),
    isRight: holds('"truncated":'),
  },
  {
    what: 'Search for a word of thousands',
    query: 'query ($query: String!) { search(query: $query, first: 10) { nodes { id name } } }',
    variables: (turn) => ({ query: ['house', 'lodge', 'cottage', 'fostering'][turn % 4] }),
    isRight: holds('organisation/provider-'),
  },
  {
    what: 'Counts of the whole graph by type',
    query: '{ facets(by: [TYPE]) { key count } }',
    variables: () => ({}),
    isRight: holds('Inspection'),
  },
  {
    what: 'Counts of the whole graph by type, grade and relationship, as the explorer opens with',
    query: '{ facets(by: [TYPE, GRADE, RELATIONSHIP]) { by key count disputed } }',
    variables: () => ({}),
    isRight: holds('JUDGED'),
  },
];
