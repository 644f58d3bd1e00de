import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

const datePartsFragment = graphql(`
  fragment DateParts on PartialDate @_unmask {
    edtf
    earliest
    latest
  }
`);

/** Which documents a record rests on, and how well. */
const restsOnFragment = graphql(`
  fragment RestsOn on Evidence @_unmask {
    basis
    document {
      id
      name
      standing
    }
  }
`);

/** Everything that a node says of itself, with what the view needs to know before it is expanded. */
export const entityRecordFragment = graphql(
  `
    fragment EntityRecord on Entity @_unmask {
      __typename
      id
      name
      aliases
      note
      version
      disputedProperties
      date {
        ...DateParts
      }
      relationshipCounts {
        type
        direction
        neighbours
      }
      evidence {
        ...RestsOn
      }
      ... on Person {
        honorific
      }
      ... on Organisation {
        kind
        officialNumber
        numberScheme
      }
      ... on Region {
        kind
        code
      }
      ... on Inspection {
        kind
        isPilot
        startedOn {
          ...DateParts
        }
        endedOn {
          ...DateParts
        }
        publishedOn {
          ...DateParts
        }
        officialNumber
        numberScheme
        purpose
        evidenceConsidered
      }
      ... on Judgement {
        area
        areaAsPrinted
        label
        grade {
          scale
          rank
          of
        }
        standing
      }
      ... on Framework {
        effectiveFrom {
          ...DateParts
        }
        effectiveTo {
          ...DateParts
        }
        elements
      }
      ... on Quote {
        text
        kind
        saidOn {
          ...DateParts
        }
        attributionAsPrinted
      }
      ... on Finding {
        text
        polarity
        area
      }
      ... on Recommendation {
        text
        due
      }
      ... on Measure {
        metric
        value
        unit
        period {
          ...DateParts
        }
        bound
        isEstimate
        percent
        asPrinted
      }
      ... on Event {
        kind
        on {
          ...DateParts
        }
        text
      }
      ... on Document {
        kind
        standing
        publishedOn {
          ...DateParts
        }
        sourceUrl
        archiveUrl
        licence
        attribution
        sha256
        language
      }
    }
  `,
  [datePartsFragment, restsOnFragment],
);

export const relationshipRecordFragment = graphql(
  `
    fragment RelationshipRecord on Relationship @_unmask {
      id
      type
      startId
      endId
      version
      disputedProperties
      title
      kind
      interim
      from {
        ...DateParts
      }
      to {
        ...DateParts
      }
      attestedOn {
        ...DateParts
      }
      as
      locator
      evidence {
        ...RestsOn
      }
    }
  `,
  [datePartsFragment, restsOnFragment],
);

export const neighbourRecordFragment = graphql(
  `
    fragment NeighbourRecord on NeighbourEdge @_unmask {
      id
      type
      direction
      startId
      endId
      disputedProperties
      title
      kind
      interim
      from {
        ...DateParts
      }
      to {
        ...DateParts
      }
      attestedOn {
        ...DateParts
      }
      as
      locator
    }
  `,
  [datePartsFragment],
);

/** A piece of evidence with as much of its document as a citation needs. */
export const sourceFragment = graphql(
  `
    fragment Source on Evidence @_unmask {
      id
      basis
      locator
      words
      explanation
      document {
        id
        name
        kind
        standing
        publishedOn {
          ...DateParts
        }
        sourceUrl
        licence
        attribution
      }
    }
  `,
  [datePartsFragment],
);

export const statementFragment = graphql(
  `
    fragment Said on Statement @_unmask {
      id
      property
      value
      valueWords
      standing
      reason
      evidence {
        ...Source
      }
    }
  `,
  [sourceFragment],
);

export const postThenFragment = graphql(
  `
    fragment PostThen on PostThen @_unmask {
      id
      title
      kind
      interim
      from {
        ...DateParts
      }
      to {
        ...DateParts
      }
      attestedOn {
        ...DateParts
      }
      certainty
      person {
        id
        name
      }
      organisation {
        id
        name
      }
      evidence {
        ...Source
      }
    }
  `,
  [datePartsFragment, sourceFragment],
);

interface Fragments {
  readonly entity: ResultOf<typeof entityRecordFragment>;
  readonly relationship: ResultOf<typeof relationshipRecordFragment>;
  readonly neighbour: ResultOf<typeof neighbourRecordFragment>;
  readonly restsOn: ResultOf<typeof restsOnFragment>;
  readonly source: ResultOf<typeof sourceFragment>;
  readonly said: ResultOf<typeof statementFragment>;
  readonly postThen: ResultOf<typeof postThenFragment>;
}

/** What comes for a fragment. */
export type FragmentOf<Name extends keyof Fragments> = Fragments[Name];
