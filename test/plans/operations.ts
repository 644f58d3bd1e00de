/** Operations of the API whose statements are looked at: how each finds what it answers. */
export interface Operation {
  readonly name: string;
  readonly source: string;
  /** Where the answer is about the whole graph, so that a statement may look at all nodes of a type. */
  readonly isAboutAll?: true;
}

const inspectorate = '"organisation/inspectorate"';
const page = 'nodes { id name }';
const inspectorateAnd = `ids: [${inspectorate}, "inspection/3", "person/5", "judgement/7"]`;

/** Every sort of question, over a graph that `bench/explorer/generate-graph.ts` makes. */
export const operations: readonly Operation[] = [
  { name: 'a node', source: '{ node(id: "inspection/3") { id ... on Inspection { name kind } } }' },
  {
    name: 'a node with all that it rests on',
    source:
      '{ inspection(id: "inspection/3") { id evidence { words document { id name } } statements { value evidence { words } } relationshipCounts { relationships } } }',
  },
  { name: 'nodes by id', source: '{ nodes(ids: ["inspection/3", "person/5", "judgement/7"]) { id } }' },
  {
    name: 'a page of relationships',
    source: `{ inspection(id: "inspection/3") { judgements(first: 5) { ${page} totalCount } } }`,
  },
  {
    name: 'three levels',
    source: `{ organisation(id: "organisation/3") { inspections(first: 5) { nodes { id judgements(first: 5) { nodes { id quotesAbout(first: 3) { ${page} } } } } } } }`,
  },
  // In its order by name each of its relationships must be looked at: no index has the names of far ends.
  {
    name: 'a page of a hub',
    source: `{ organisation(id: ${inspectorate}) { conducted(first: 5) { ${page} } } }`,
    isAboutAll: true,
  },
  {
    name: 'neighbours',
    source:
      '{ neighbours(id: "person/5", first: 20) { edges { id evidence { words } node { id } } totalCount } }',
  },
  {
    name: 'counts of relationships',
    source: `{ relationshipCounts(id: ${inspectorate}) { neighbours } }`,
    isAboutAll: true,
  },
  { name: 'a list by name', source: `{ organisations(first: 10) { ${page} pageInfo { hasNextPage } } }` },
  { name: 'the end of a list by name', source: `{ inspections(last: 10) { ${page} } }` },
  {
    name: 'a list by official number',
    source: `{ organisations(first: 10, where: { officialNumber: { in: ["SC1001", "SC1002"] } }) { ${page} } }`,
  },
  { name: 'a list over all types', source: `{ entities(first: 10) { ${page} } }` },
  {
    name: 'a list by date',
    source: `{ inspections(first: 10, orderBy: [{ field: DATE, direction: DESC }]) { ${page} } }`,
  },
  {
    name: 'a list by date within dates',
    source: `{ inspections(first: 10, where: { date: { after: "2012" } }, orderBy: [{ field: DATE }]) { ${page} } }`,
  },
  {
    name: 'a list by grade and date',
    source: `{ judgements(first: 10, where: { grade: { scale: "ofsted-social-care-2005", ranks: [4] }, date: { before: "2014" } }, orderBy: [{ field: DATE, direction: DESC }]) { ${page} } }`,
  },
  { name: 'a list by id', source: `{ entities(where: { id: ["person/5", "person/6"] }) { ${page} } }` },
  {
    name: 'a list by a text in the name',
    source: `{ organisations(first: 10, where: { name: { contains: "home 77" } }) { ${page} } }`,
  },
  {
    name: 'a list by a text in the name of another',
    source: `{ inspections(first: 10, where: { inspected: { some: { name: { contains: "home 77" } } } }) { ${page} } }`,
  },
  {
    name: 'what rests on a document',
    source:
      '{ document(id: "document/report") { supports(first: 10) { edges { supports record { id } } } } }',
  },
  { name: 'search', source: `{ search(query: "home 77", first: 10) { ${page} } }` },
  { name: 'search with a typing error', source: `{ search(query: "imspectorate", first: 10) { ${page} } }` },
  { name: 'suggestions', source: '{ suggest(query: "home 77") { id name } }' },
  {
    name: 'a total',
    source:
      '{ judgements(where: { grade: { scale: "ofsted-social-care-2005", ranks: [4] } }) { totalCount } }',
    isAboutAll: true,
  },
  {
    name: 'facets of some',
    source: `{ facets(${inspectorateAnd}, by: [TYPE, KIND, GRADE, YEAR, DOCUMENT, RELATIONSHIP]) { key count } }`,
    isAboutAll: true,
  },
  {
    name: 'facets of all',
    source: '{ facets(by: [TYPE, KIND, GRADE, YEAR]) { key count } }',
    isAboutAll: true,
  },
  {
    name: 'a timeline of some',
    source: `{ timeline(ids: ["inspection/3", "person/5"], first: 10) { edges { what entity { id } } } }`,
  },
  { name: 'a timeline', source: '{ timeline(first: 10) { edges { what entity { id } } } }' },
  {
    name: 'paths',
    source: '{ paths(from: "judgement/7", to: "person/5", maxHops: 4, first: 2) { paths { nodes { id } } } }',
    isAboutAll: true,
  },
  {
    name: 'shared connections',
    source: '{ sharedConnections(ids: ["judgement/7", "judgement/8"]) { connections { node { id } } } }',
  },
  {
    name: 'a sub-graph',
    source:
      '{ subgraph(ids: ["inspection/3", "person/5"], hops: 1, limit: 50) { nodes { id } relationships { id } } }',
    isAboutAll: true,
  },
  {
    name: 'the history of a record',
    source: '{ inspection(id: "inspection/3") { history { nodes { sequence } } } }',
  },
  { name: 'changes', source: '{ changes(first: 5) { entries { sequence } } }' },
  { name: 'items of a change', source: '{ changeItems(sequence: 1, first: 5) { items { ordinal } } }' },
];
