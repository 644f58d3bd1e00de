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
      areaAsPrinted
      label
      date { words }
      inspection {
        name
        postHoldersThen(kind: "chief executive") {
          title
          certainty
          person { name }
          organisation { name }
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
      date { words }
      label
      grade { words scaleTitle }
      inspection { name }
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
      date { words }
      text
      about { nodes { __typename name } }
      quotedIn { edges { locator node { name sourceUrl } } }
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
      name
      label
      standing
      inspection { name }
      evidence { basis words explanation document { name kind standing } }
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
      name
      kind
      date { words }
      disputed
      judgements { nodes { areaAsPrinted label } }
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
