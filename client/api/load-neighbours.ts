import { type NodeId, nodeId } from '../../schema/ids.ts';
import type { Direction, RelationshipType } from '../../schema/relationship-types.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../exploration/exploration.ts';
import { ask } from './ask.ts';
import { SUBGRAPH_LIMIT, subgraphDocument } from './documents.ts';
import type { Outcome } from './failures.ts';
import { graphql } from './graphql.ts';
import { mapNode, mapRelationship } from './map-records.ts';

/** A page of the ids of a node's neighbours; an inspection comes with its judgements, which are drawn as parts of it. */
const neighbourIdsDocument = graphql(`
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

/** Of a view with more nodes than this the ids are not sent, if they need not be. */
const MANY_IDS = 200;
/** With so many neighbours in all, newcomers are asked for with all of them. */
const FEW_NEIGHBOURS = 300;

interface Newcomers {
  readonly nodes: readonly ShownNode[];
  readonly relationships: readonly ShownRelationship[];
}

/**
 * These nodes with the relationships among them and to a view, which is not sent again: it may be large. Relationships
 * to nodes that are not on it may be among them.
 */
export async function loadNewcomers(
  ids: readonly NodeId[],
  view: Pick<Exploration['nodes'], 'keys' | 'size'>,
): Promise<Outcome<Newcomers>> {
  if (view.size <= MANY_IDS || ids.length > FEW_NEIGHBOURS) return loadNewcomersWith(ids, view.keys());
  const limit = ids.length + FEW_NEIGHBOURS;
  const outcome = await ask(subgraphDocument, { ids: [...ids], hops: 1, touching: [...ids], limit });
  if (outcome.kind === 'failure') return outcome;
  const { truncated, nodes, relationships } = outcome.value.subgraph;
  if (truncated) return loadNewcomersWith(ids, view.keys());
  return {
    kind: 'loaded',
    value: { nodes: nodes.map(mapNode), relationships: relationships.map(mapRelationship) },
  };
}

/**
 * The same by naming every node of the view. Where both are more than one query takes, several ask for them, so that
 * each newcomer meets each part of the view.
 */
export async function loadNewcomersWith(
  ids: readonly NodeId[],
  view: Iterable<NodeId>,
): Promise<Outcome<Newcomers>> {
  const nodes = new Map<NodeId, ShownNode>();
  const relationships = new Map<string, ShownRelationship>();
  for (const touching of inParts(ids, SUBGRAPH_LIMIT / 4)) {
    const others = new Set([...view, ...ids]);
    for (const id of touching) others.delete(id);
    const parts = others.size > 0 ? inParts([...others], SUBGRAPH_LIMIT - touching.length) : [[]];
    for (const part of parts) {
      const outcome = await ask(subgraphDocument, {
        ids: [...touching, ...part],
        touching,
        limit: SUBGRAPH_LIMIT,
      });
      if (outcome.kind === 'failure') return outcome;
      for (const node of outcome.value.subgraph.nodes.map(mapNode)) nodes.set(node.record.id, node);
      for (const found of outcome.value.subgraph.relationships.map(mapRelationship))
        relationships.set(found.record.id, found);
    }
  }
  return {
    kind: 'loaded',
    value: { nodes: [...nodes.values()], relationships: [...relationships.values()] },
  };
}

function inParts<Each>(all: readonly Each[], size: number): Each[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}

/** A part of a node's relationships: of one type, in one direction. */
export interface Along {
  readonly type: RelationshipType;
  readonly direction: Direction;
}

/**
 * The ids of all neighbours (or of those along one sort of relationship), page by page, up to 2,000, and of the
 * judgements of inspections among them.
 */
async function loadNeighbourIds(id: NodeId, along: Along | null): Promise<Outcome<readonly NodeId[]>> {
  const found = new Set<NodeId>();
  let after: string | null = null;
  do {
    const outcome = await askNeighbours(id, along, after);
    if (outcome.kind === 'failure') return outcome;
    const { node } = outcome.value;
    if (!node || !('neighbours' in node)) return { kind: 'failure', failure: { kind: 'notFound' } };
    for (const neighbour of node.neighbours.nodes) {
      found.add(nodeId(neighbour.id));
      if ('judgements' in neighbour)
        for (const judgement of neighbour.judgements.nodes) found.add(nodeId(judgement.id));
    }
    const { hasNextPage, endCursor } = node.neighbours.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null && found.size < SUBGRAPH_LIMIT);
  return { kind: 'loaded', value: [...found] };
}

function askNeighbours(id: NodeId, along: Along | null, after: string | null) {
  return ask(neighbourIdsDocument, {
    id,
    after,
    types: along && [along.type],
    direction: along && (along.direction === 'out' ? 'OUT' : 'IN'),
  });
}

/** The neighbours of these nodes that are not on the view, with what joins them to it and to each other. */
export async function loadNeighbours(
  of: readonly NodeId[],
  along: Along | null,
  nodes: Exploration['nodes'],
): Promise<Outcome<Newcomers>> {
  const fresh = new Set<NodeId>();
  for (const id of of) {
    const ids = await loadNeighbourIds(id, along);
    if (ids.kind === 'failure') return ids;
    for (const far of ids.value) if (!nodes.has(far)) fresh.add(far);
  }
  if (fresh.size === 0) return { kind: 'loaded', value: { nodes: [], relationships: [] } };
  return loadNewcomers([...fresh], nodes);
}
