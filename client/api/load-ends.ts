import { type NodeId, nodeId, type RelationshipId } from '../../schema/ids.ts';
import { client } from './client.ts';
import { type Outcome, readFailure } from './failures.ts';
import { graphql } from './graphql.ts';

const endsDocument = graphql(`
  query EndsOfRelationships($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Relationship {
        startId
        endId
      }
    }
  }
`);

/** So many ids one question takes. */
const AT_ONCE = 100;

interface Ends {
  /** Each once. */
  readonly nodes: readonly NodeId[];
  /** How many of the relationships the graph has not. */
  readonly unknown: number;
}

/** The nodes at either end of these relationships. */
export async function loadEndsOf(ids: readonly RelationshipId[]): Promise<Outcome<Ends>> {
  const nodes = new Set<NodeId>();
  let unknown = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const { data, error } = await client
      .query(endsDocument, { ids: ids.slice(start, start + AT_ONCE) })
      .toPromise();
    if (error || !data) return { kind: 'failure', failure: error ? readFailure(error) : { kind: 'offline' } };
    for (const record of data.nodes)
      if (record && 'startId' in record) nodes.add(nodeId(record.startId)).add(nodeId(record.endId));
      else unknown += 1;
  }
  return { kind: 'loaded', value: { nodes: [...nodes], unknown } };
}
