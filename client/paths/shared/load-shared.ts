import { type NodeId, nodeId } from '../../../schema/ids.ts';
import { client } from '../../api/client.ts';
import { type Outcome, readFailure } from '../../api/failures.ts';
import { entityRecordFragment, relationshipRecordFragment } from '../../api/fragments.ts';
import { graphql } from '../../api/graphql.ts';
import { mapNode, mapRelationship } from '../../api/map-records.ts';
import type { FoundConnections } from './shared-connection.ts';

const sharedDocument = graphql(
  `
    query Shared($ids: [ID!]!) {
      sharedConnections(ids: $ids, first: 50) {
        truncated
        connections {
          connects
          node {
            ...EntityRecord
          }
          relationships {
            ...RelationshipRecord
          }
        }
      }
    }
  `,
  [entityRecordFragment, relationshipRecordFragment],
);

/** The nodes that are related to at least two of these, the first fifty. */
export async function loadShared(ids: readonly NodeId[]): Promise<Outcome<FoundConnections>> {
  const { data, error } = await client.query(sharedDocument, { ids: [...ids] }).toPromise();
  if (error || !data) return { kind: 'failure', failure: error ? readFailure(error) : { kind: 'offline' } };
  const { connections, truncated } = data.sharedConnections;
  return {
    kind: 'loaded',
    value: {
      truncated,
      connections: connections.map(({ connects, node, relationships }) => ({
        connects: connects.map(nodeId),
        node: mapNode(node),
        relationships: relationships.map(mapRelationship),
      })),
    },
  };
}
