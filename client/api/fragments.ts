import type { ResultOf } from 'gql.tada';
import { graphql } from './graphql.ts';

export const datePartsFragment = graphql(`
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

interface Fragments {
  readonly entity: ResultOf<typeof entityRecordFragment>;
  readonly relationship: ResultOf<typeof relationshipRecordFragment>;
  readonly restsOn: ResultOf<typeof restsOnFragment>;
}

/** What comes for a fragment. */
export type FragmentOf<Name extends keyof Fragments> = Fragments[Name];
