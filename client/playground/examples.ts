/** A question that people have, and the query that answers it. */
export interface Example {
  readonly name: string;
  readonly question: string;
  readonly query: string;
}

/** The saved questions of the playground. Tests run each of them on the first graph. */
export const examples: readonly Example[] = [
  {
    name: 'chief-executives',
    question: 'Who was chief executive when a service was rated inadequate?',
    query: `query WhenRatedInadequate {
  judgements(where: { label: { eq: "inadequate" } }, orderBy: [{ field: DATE }], first: 50) {
    nodes {
      id
      areaAsPrinted
      label
      date { words }
      inspection {
        id
        name
        postHoldersThen(kind: "chief executive") {
          title
          certainty
          person { id name }
          organisation { id name }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'private-law-practice',
    question: 'How did the judgement of private law practice change from 2008 to 2024?',
    query: `query PrivateLawPractice {
  judgements(where: { area: { eq: "private law practice" } }, orderBy: [{ field: DATE }], first: 50) {
    nodes {
      id
      date { words }
      label
      grade { words scaleTitle }
      inspection { id name }
      evidence { words locator document { name publishedOn { words } } }
    }
  }
}
`,
  },
  {
    name: 'anthony-douglas',
    question: 'What is Anthony Douglas quoted on?',
    query: `query QuotesOfAnthonyDouglas {
  quotes(
    where: { speakers: { some: { id: ["person/anthony-douglas"] } } }
    orderBy: [{ field: DATE }]
    first: 50
  ) {
    totalCount
    nodes {
      id
      date { words }
      text
      about { nodes { __typename id name } }
      quotedIn { edges { locator node { id name sourceUrl } } }
    }
  }
}
`,
  },
  {
    name: 'disputed-judgements',
    question: 'Which judgements do sources disagree on?',
    query: `query DisputedJudgements {
  judgements(where: { disputed: true }, first: 50) {
    nodes {
      id
      name
      label
      standing
      inspection { id name }
      evidence { basis words explanation document { id name kind standing } }
    }
  }
}
`,
  },
  {
    name: 'inspections-of-cafcass',
    question: 'How was Cafcass inspected over time, and what was judged?',
    query: `query InspectionsOfCafcass {
  inspections(
    where: { inspected: { some: { name: { eq: "Cafcass" } } } }
    orderBy: [{ field: DATE }]
    first: 50
  ) {
    nodes {
      id
      name
      kind
      date { words }
      disputed
      judgements { nodes { id areaAsPrinted label } }
    }
  }
}
`,
  },
  {
    name: 'path',
    question: 'How is Yvette Stanley connected with Birmingham and Black Country?',
    query: `query FromPersonToPlace {
  paths(from: "person/yvette-stanley", to: "region/birmingham-and-black-country", first: 3) {
    truncated
    paths {
      words
      nodes { __typename id name }
    }
  }
}
`,
  },
];
