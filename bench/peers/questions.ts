/** What is asked, in the words of each server. */
export interface Question {
  readonly name: string;
  /** What ours must come to, as a multiple of the peer's better form: throughput at 16 and at 1, CPU of Node at 16. */
  readonly target: { readonly at16: number; readonly at1: number; readonly nodeCpu: number };
  readonly inputs: readonly Input[];
  readonly ours: Form;
  readonly peers: { readonly lists: Form | null; readonly connections: Form | null };
  /** False where each ranks by rules of its own, so that only what is found must be equal. */
  readonly ordered: boolean;
}

export type Input = Readonly<Record<string, unknown>>;

export interface Form {
  readonly query: string;
  readonly variables?: (input: Input) => Input;
}

/** What of the graph questions are made from. */
export interface Material {
  readonly organisations: readonly string[];
  readonly owners: readonly string[];
  readonly people: readonly string[];
  /** Scale and rank of grades, rare ones too. */
  readonly grades: readonly { readonly scale: string; readonly rank: number }[];
  /** Folded words of names of organisations. */
  readonly words: readonly string[];
  /** Pairs of words that at most ten organisations bear together. */
  readonly pairs: readonly (readonly [string, string])[];
}

const nested = { at16: 4, at1: 2.2, nodeCpu: 0.25 };

const byDate = 'orderBy: [{ field: DATE, direction: DESC }]';
const peerByDate = 'sort: [{ date_earliest: DESC }, { date_latest: DESC }, { id: ASC }]';
const peerEdgeByDate =
  'sort: [{ node: { date_earliest: DESC } }, { node: { date_latest: DESC } }, { node: { id: ASC } }]';
const peerByName = 'sort: [{ name_key: ASC }, { id: ASC }]';
const peerEdgeByName = 'sort: [{ node: { name_key: ASC } }, { node: { id: ASC } }]';

/** The eight questions, each with its inputs. */
export function makeQuestions(material: Material): readonly Question[] {
  return [
    lookUp(material),
    gradePage(material),
    nestedThree(material),
    nestedFour(material),
    wordAndGrade(material),
    fullText(material),
    count(material),
    quotesOfPerson(material),
  ];
}

function lookUp({ organisations }: Material): Question {
  const fields = 'id name kind officialNumber';
  return {
    name: 'look-up by id',
    target: { at16: 4, at1: 2.3, nodeCpu: 0.25 },
    inputs: organisations.map((id) => ({ id })),
    ordered: true,
    ours: { query: `query ($id: ID!) { organisation(id: $id) { ${fields} } }` },
    peers: {
      lists: { query: `query ($id: ID!) { organisations(where: { id: { eq: $id } }) { ${fields} } }` },
      connections: {
        query: `query ($id: ID!) { organisationsConnection(where: { id: { eq: $id } }) { edges { node { ${fields} } } } }`,
      },
    },
  };
}

const graded = 'query ($scale: String!, $rank: Int!, $before: EDTF!)';
const peerGraded = 'query ($scale: String!, $rank: Int!, $before: String!)';
const ofGrade = 'where: { grade: { scale: $scale, ranks: [$rank] }, date: { before: $before } }';
const peerOfGrade =
  'where: { grade_scale: { eq: $scale }, grade_rank: { eq: $rank }, date_latest: { lt: $before } }';

function gradesAndDays({ grades }: Material): readonly Input[] {
  return grades.flatMap(({ scale, rank }) =>
    Array.from({ length: 48 }, (_, i) => {
      const month = String(2 * (i % 6) + 1).padStart(2, '0');
      return { scale, rank, before: `${2015 + Math.floor(i / 6)}-${month}-01` };
    }),
  );
}

function gradePage(material: Material): Question {
  const fields = 'id name label area';
  return {
    name: 'page by grade and date',
    target: { at16: 2.5, at1: 1, nodeCpu: 1 / 3 },
    inputs: gradesAndDays(material),
    ordered: true,
    ours: { query: `${graded} { judgements(first: 20, ${ofGrade}, ${byDate}) { nodes { ${fields} } } }` },
    peers: {
      lists: {
        query: `${peerGraded} { judgements(limit: 20, ${peerOfGrade}, ${peerByDate}) { ${fields} } }`,
      },
      connections: {
        query: `${peerGraded} { judgementsConnection(first: 20, ${peerOfGrade}, ${peerByDate}) { edges { node { ${fields} } } } }`,
      },
    },
  };
}

function nestedThree({ organisations }: Material): Question {
  return {
    name: 'nested 3',
    target: nested,
    inputs: organisations.map((id) => ({ id })),
    ordered: true,
    ours: {
      query: `query ($id: ID!) { organisation(id: $id) { id name inspections(first: 10, ${byDate}) { nodes {
        id name judgements(first: 10) { nodes { id label } } } } } }`,
    },
    peers: {
      lists: {
        query: `query ($id: ID!) { organisations(where: { id: { eq: $id } }) { id name
          inspections(limit: 10, ${peerByDate}) { id name judgements(limit: 10, ${peerByName}) { id label } } } }`,
      },
      connections: {
        query: `query ($id: ID!) { organisationsConnection(where: { id: { eq: $id } }) { edges { node { id name
          inspectionsConnection(first: 10, ${peerEdgeByDate}) { edges { node { id name
            judgementsConnection(first: 10, ${peerEdgeByName}) { edges { node { id label } } } } } } } } } }`,
      },
    },
  };
}

function nestedFour({ owners }: Material): Question {
  return {
    name: 'nested 4',
    target: nested,
    inputs: owners.map((id) => ({ id })),
    ordered: true,
    ours: {
      query: `query ($id: ID!) { organisation(id: $id) { id name owns(first: 5) { nodes { id name
        inspections(first: 5, ${byDate}) { nodes { id name judgements(first: 5) { nodes { id label } } } } } } } }`,
    },
    peers: {
      lists: {
        query: `query ($id: ID!) { organisations(where: { id: { eq: $id } }) { id name owns(limit: 5, ${peerByName}) { id name
          inspections(limit: 5, ${peerByDate}) { id name judgements(limit: 5, ${peerByName}) { id label } } } } }`,
      },
      connections: {
        query: `query ($id: ID!) { organisationsConnection(where: { id: { eq: $id } }) { edges { node { id name
          ownsConnection(first: 5, ${peerEdgeByName}) { edges { node { id name
            inspectionsConnection(first: 5, ${peerEdgeByDate}) { edges { node { id name
              judgementsConnection(first: 5, ${peerEdgeByName}) { edges { node { id label } } } } } } } } } } } } }`,
      },
    },
  };
}

function wordAndGrade({ words }: Material): Question {
  const head = 'query ($word: String!, $rank: Int!)';
  const where =
    'where: { inspected: { some: { name_key: { contains: $word } } }, judgements: { some: { grade_rank: { eq: $rank } } } }';
  return {
    name: 'a word in the organisation, and a grade',
    target: { at16: 6, at1: 1, nodeCpu: 0.4 },
    inputs: words.flatMap((word) => [1, 2, 3, 4].map((rank) => ({ word, rank }))),
    ordered: true,
    ours: {
      query: `${head} { inspections(first: 20, where: { inspected: { some: { name: { contains: $word } } },
        judgements: { some: { grade: { ranks: [$rank] } } } }) { nodes { id name } } }`,
    },
    peers: {
      lists: { query: `${head} { inspections(limit: 20, ${where}, ${peerByName}) { id name } }` },
      connections: {
        query: `${head} { inspectionsConnection(first: 20, ${where}, ${peerByName}) { edges { node { id name } } } }`,
      },
    },
  };
}

function fullText({ pairs }: Material): Question {
  return {
    name: 'full text',
    target: { at16: 2.8, at1: 1, nodeCpu: 0.4 },
    inputs: pairs.map(([one, other]) => ({ one, other })),
    ordered: false,
    ours: {
      query:
        'query ($text: String!) { search(query: $text, types: [ORGANISATION], first: 10) { nodes { id name } } }',
      variables: ({ one, other }) => ({ text: `${one} ${other}` }),
    },
    peers: {
      lists: null,
      connections: {
        query:
          'query ($phrase: String!) { organisationsByName(phrase: $phrase, first: 10) { edges { node { id name } } } }',
        variables: ({ one, other }) => ({ phrase: `+${one}* +${other}*` }),
      },
    },
  };
}

function count(material: Material): Question {
  return {
    name: 'count',
    target: { at16: 1.8, at1: 1, nodeCpu: 0.45 },
    inputs: gradesAndDays(material),
    ordered: true,
    ours: { query: `${graded} { judgements(${ofGrade}) { totalCount } }` },
    peers: {
      lists: null,
      connections: {
        query: `${peerGraded} { judgementsConnection(${peerOfGrade}) { aggregate { count { nodes } } } }`,
      },
    },
  };
}

function quotesOfPerson({ people }: Material): Question {
  return {
    name: 'quotes of a person',
    target: nested,
    inputs: people.map((id) => ({ id })),
    ordered: true,
    ours: {
      query: `query ($id: ID!) { person(id: $id) { id name said(first: 10) { nodes { id ... on Quote { text
        quotedIn(first: 3) { nodes { name } }
        about(first: 5) { nodes { name ... on Inspection { inspected(first: 3) { nodes { name } } } } } } } } } }`,
    },
    peers: {
      lists: {
        query: `query ($id: ID!) { people(where: { id: { eq: $id } }) { id name said(limit: 10, ${peerByName}) { id text
          quotedIn(limit: 3, ${peerByName}) { name }
          about(limit: 5, ${peerByName}) { name inspected(limit: 3, ${peerByName}) { name } } } } }`,
      },
      connections: {
        query: `query ($id: ID!) { peopleConnection(where: { id: { eq: $id } }) { edges { node { id name
          saidConnection(first: 10, ${peerEdgeByName}) { edges { node { id text
            quotedInConnection(first: 3, ${peerEdgeByName}) { edges { node { name } } }
            aboutConnection(first: 5, ${peerEdgeByName}) { edges { node { name
              inspectedConnection(first: 3, ${peerEdgeByName}) { edges { node { name } } } } } } } } } } } } }`,
      },
    },
  };
}
