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

/** More nodes than this the sub-graph query does not take. */
export const SUBGRAPH_LIMIT = 2_000;

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
