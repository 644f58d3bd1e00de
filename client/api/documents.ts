import { entityRecordFragment, relationshipRecordFragment } from './fragments.ts';
import { graphql } from './graphql.ts';

const subgraphRecordsFragment = graphql(
  `
    fragment SubgraphRecords on Subgraph @_unmask {
      sequence
      truncated
      nodes {
        ...EntityRecord
      }
      relationships {
        ...RelationshipRecord
      }
    }
  `,
  [entityRecordFragment, relationshipRecordFragment],
);

/** What the explorer opens on, the first view with its records where they are wanted, and what the whole graph holds. */
export const openingDocument = graphql(
  `
    query Opening($withRecords: Boolean!) {
      startingViews {
        id
        title
        says
        arrangement
        nodeIds
      }
      startingView @include(if: $withRecords) {
        subgraph {
          ...SubgraphRecords
        }
      }
      facets(by: [TYPE, GRADE, RELATIONSHIP]) {
        by
        key
        count
        disputed
      }
    }
  `,
  [subgraphRecordsFragment],
);

/** Nodes with all relationships among them, and around them by hops; without ids the whole graph, up to the limit. */
export const subgraphDocument = graphql(
  `
    query Subgraph($ids: [ID!], $hops: Int, $limit: Int, $touching: [ID!]) {
      subgraph(ids: $ids, hops: $hops, limit: $limit, touching: $touching) {
        ...SubgraphRecords
      }
    }
  `,
  [subgraphRecordsFragment],
);

/** A page of the ids of a node's neighbours; an inspection comes with its judgements, which are drawn as parts of it. */
export const neighbourIdsDocument = graphql(`
  query NeighbourIds($id: ID!, $types: [RelationshipType!], $direction: Direction, $after: String) {
    node(id: $id) {
      ... on Entity {
        neighbours(first: 100, types: $types, direction: $direction, after: $after) {
          nodes {
            id
            ... on Inspection {
              judgements(first: 30) {
                nodes {
                  id
                }
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

export const suggestDocument = graphql(`
  query Suggest($query: String!) {
    suggest(query: $query, first: 12) {
      id
      type
      name
      highlights {
        property
        text
        ranges {
          start
          end
        }
      }
    }
  }
`);
