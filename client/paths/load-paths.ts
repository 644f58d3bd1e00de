import type { NodeId } from '../../schema/ids.ts';
import { client } from '../api/client.ts';
import { type Outcome, readFailure } from '../api/failures.ts';
import { entityRecordFragment, relationshipRecordFragment } from '../api/fragments.ts';
import { graphql } from '../api/graphql.ts';
import { mapNode, mapRelationship } from '../api/map-records.ts';
import type { FoundPaths } from './found-path.ts';

const pathsDocument = graphql(
  `
    query Paths($from: ID!, $to: ID!, $maxHops: Int!) {
      paths(from: $from, to: $to, maxHops: $maxHops, first: 5) {
        truncated
        paths {
          nodes {
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

interface PathsQuestion {
  readonly from: NodeId;
  readonly to: NodeId;
  /** 1 to 6. */
  readonly maxHops: number;
}

/** The five shortest paths between two nodes, of `maxHops` relationships at most. */
export async function loadPaths(question: PathsQuestion): Promise<Outcome<FoundPaths>> {
  const { data, error } = await client.query(pathsDocument, { ...question }).toPromise();
  const failure = error && readFailure(error);
  if (failure?.kind === 'failed' && failure.code === 'NOT_FOUND')
    return { kind: 'failure', failure: { kind: 'notFound' } };
  if (failure || !data) return { kind: 'failure', failure: failure ?? { kind: 'offline' } };
  const { paths, truncated } = data.paths;
  return {
    kind: 'loaded',
    value: {
      truncated,
      paths: paths.map(({ nodes, relationships }) => ({
        nodes: nodes.map(mapNode),
        relationships: relationships.map(mapRelationship),
      })),
    },
  };
}
