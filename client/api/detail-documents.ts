import type { ResultOf } from 'gql.tada';
import { datePartsFragment, entityRecordFragment, relationshipRecordFragment } from './fragments.ts';
import { graphql } from './graphql.ts';

const neighbourRecordFragment = graphql(
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

const postThenFragment = graphql(
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

/** All that the inspector shows of a node. */
export const entityDetailDocument = graphql(
  `
    query EntityDetail($id: ID!) {
      node(id: $id) {
        ... on Entity {
          ...EntityRecord
          url
          evidence {
            ...Source
          }
          statements {
            ...Said
          }
          neighbours(first: 100) {
            pageInfo {
              hasNextPage
            }
            edges {
              ...NeighbourRecord
              evidence {
                ...Source
              }
              statements {
                ...Said
              }
              node {
                ...EntityRecord
                evidence {
                  ...Source
                }
              }
            }
          }
        }
        ... on Inspection {
          postHoldersThen {
            ...PostThen
          }
        }
        ... on Judgement {
          inspection {
            judgements(first: 100) {
              nodes {
                ...EntityRecord
                evidence {
                  ...Source
                }
              }
            }
          }
        }
        ... on Quote {
          speakerPosts {
            ...PostThen
          }
        }
      }
    }
  `,
  [entityRecordFragment, neighbourRecordFragment, sourceFragment, statementFragment, postThenFragment],
);

/** All that the inspector shows of a relationship. */
export const relationshipDetailDocument = graphql(
  `
    query RelationshipDetail($id: ID!) {
      relationship(id: $id) {
        ...RelationshipRecord
        evidence {
          ...Source
        }
        statements {
          ...Said
        }
        start {
          ...EntityRecord
        }
        end {
          ...EntityRecord
        }
      }
    }
  `,
  [entityRecordFragment, relationshipRecordFragment, sourceFragment, statementFragment],
);

interface DetailFragments {
  readonly neighbour: ResultOf<typeof neighbourRecordFragment>;
  readonly source: ResultOf<typeof sourceFragment>;
  readonly said: ResultOf<typeof statementFragment>;
  readonly postThen: ResultOf<typeof postThenFragment>;
}

/** What comes for a fragment of these. */
export type DetailFragmentOf<Name extends keyof DetailFragments> = DetailFragments[Name];
