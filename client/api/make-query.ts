import type { NodeType } from '../../schema/node-types.ts';
import type { GraphNode } from '../../schema/records.ts';

/** What a reader of each type would ask first, beside its name and its sources. */
const selections: Partial<Record<NodeType, string>> = {
  Person: `honorific
    posts {
      edges { title from { words } to { words } attestedOn { words } node { name } }
    }
    said { nodes { __typename ... on Quote { name text date { words } } } }`,
  Organisation: `kind
    postHolders { edges { title attestedOn { words } node { name } } }
    inspections { nodes { name date { words } judgements { nodes { areaAsPrinted label } } } }`,
  Region: `kind
    inspections { nodes { name date { words } } }`,
  Inspection: `kind
    date { words }
    inspected { nodes { name } }
    conductedBy { nodes { name } }
    judgements { nodes { areaAsPrinted label grade { words } disputed } }
    postHoldersThen(kind: "chief executive") { person { name } title certainty }`,
  Judgement: `areaAsPrinted
    label
    grade { words scaleTitle }
    inspection { name date { words } }`,
  Framework: `effectiveFrom { words }
    elements
    inspections { nodes { name date { words } } }`,
  Quote: `text
    date { words }
    speakers { nodes { name } }
    speakerPosts { title certainty organisation { name } }
    about { nodes { __typename name } }
    quotedIn { edges { locator node { name licence attribution } } }`,
  Finding: `text
    polarity
    inspection { name }`,
  Recommendation: `text
    due
    inspection { name }`,
  Measure: `metric
    value
    unit
    period { words }
    subjects { nodes { name } }
    statedIn { nodes { name } }`,
  Event: `kind
    text
    on { words }
    involved { edges { as node { name } } }`,
  Document: `kind
    publishedOn { words }
    sourceUrl
    licence
    attribution
    quotes { nodes { text } }`,
};

/** A query for exactly this node, ready to run in the playground. */
export function makeQuery({ id, type }: Pick<GraphNode, 'id' | 'type'>): string {
  const field = type.charAt(0).toLowerCase() + type.slice(1);
  return `query ${type} {
  ${field}(id: ${JSON.stringify(id)}) {
    name
    ${selections[type] ?? 'aliases'}
    evidence { document { name } locator basis }
  }
}
`;
}

/** Longer addresses than this are cut or refused on their way; a fragment never leaves the browser. */
const LONGEST_SEARCH = 4_000;

/** The address of the playground with this query, and its variables, in it. */
export function playgroundAddress(query: string, variables?: Readonly<Record<string, unknown>>): string {
  const asked = new URLSearchParams({
    query,
    ...(variables && { variables: JSON.stringify(variables, null, 2) }),
  }).toString();
  return `/graphql${asked.length > LONGEST_SEARCH ? '#' : '?'}${asked}`;
}

/** What an address of the playground asks, whichever way it carries it. */
export function readPlaygroundAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): URLSearchParams {
  return new URLSearchParams(hash.includes('query=') ? hash.slice(1) : search);
}
