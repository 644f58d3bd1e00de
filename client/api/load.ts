import type { ResultOf } from 'gql.tada';
import { type NodeId, nodeId } from '../../schema/ids.ts';
import type { Direction, RelationshipType } from '../../schema/relationship-types.ts';
import type { Arrangement } from '../exploration/arrangements.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../exploration/exploration.ts';
import { type AskOptions, ask, mapOutcome } from './ask.ts';
import { neighbourIdsDocument, openingDocument, subgraphDocument } from './documents.ts';
import type { Outcome } from './failures.ts';
import { readGraphAt } from './first-read.ts';
import { mapNode, mapRelationship } from './map-records.ts';

/** What a view can begin with. */
export interface StartingView {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly arrangement: Arrangement;
  readonly nodes: readonly NodeId[];
}

/** How much the whole graph holds: by node type, by grade (`scale#rank` or `none#label`), by relationship type. */
export interface GraphTotals {
  readonly types: ReadonlyMap<string, number>;
  readonly grades: ReadonlyMap<string, number>;
  readonly relationships: ReadonlyMap<string, number>;
  readonly disputed: number;
}

export interface Opening {
  readonly views: readonly StartingView[];
  readonly totals: GraphTotals;
  /** What the first view shows, where it was asked for; null also where there is none. */
  readonly records: ShownRecords | null;
}

export interface ShownRecords {
  readonly nodes: readonly ShownNode[];
  readonly relationships: readonly ShownRelationship[];
  /** True where the graph holds more than was sent. */
  readonly truncated: boolean;
}

/** More than this the sub-graph query does not take. */
const SUBGRAPH_LIMIT = 2_000;
/** Of the whole graph it takes more; beyond this nobody could read the drawing anyway. */
const WHOLE_GRAPH_LIMIT = 10_000;

/** With records the first view comes at once, and need not be asked for by its ids. */
export async function loadOpening(withRecords: boolean): Promise<Outcome<Opening>> {
  return mapOutcome(
    await ask(openingDocument, { withRecords }),
    ({ startingViews, startingView, facets }) => {
      const countsBy = (by: string) =>
        new Map(facets.filter((facet) => facet.by === by).map(({ key, count }) => [key, count]));
      return {
        views: startingViews.map(({ id, title, says, arrangement, nodeIds }) => ({
          id,
          title,
          says,
          arrangement: arrangement === 'TIME' ? ('time' as const) : ('free' as const),
          nodes: nodeIds.map(nodeId),
        })),
        totals: {
          types: countsBy('TYPE'),
          grades: countsBy('GRADE'),
          relationships: countsBy('RELATIONSHIP'),
          disputed: facets.filter(({ by }) => by === 'TYPE').reduce((sum, { disputed }) => sum + disputed, 0),
        },
        records: startingView ? readRecords(startingView.subgraph) : null,
      };
    },
  );
}

/** These nodes with all relationships among them; null stands for the whole graph, up to 10,000 nodes. */
export async function loadSubgraph(
  ids: readonly NodeId[] | null,
  options: AskOptions = {},
): Promise<Outcome<ShownRecords>> {
  if (ids?.length === 0) return { kind: 'loaded', value: { nodes: [], relationships: [], truncated: false } };
  if (ids && ids.length > SUBGRAPH_LIMIT) return loadLargeSubgraph(ids, options);
  const limit = ids ? SUBGRAPH_LIMIT : WHOLE_GRAPH_LIMIT;
  const outcome = await ask(subgraphDocument, { ...(ids && { ids: [...ids] }), limit }, options);
  return mapOutcome(outcome, ({ subgraph }) => readRecords(subgraph));
}

function readRecords(subgraph: ResultOf<typeof subgraphDocument>['subgraph']): ShownRecords {
  readGraphAt(subgraph.sequence);
  return {
    nodes: subgraph.nodes.map(mapNode),
    relationships: subgraph.relationships.map(mapRelationship),
    truncated: subgraph.truncated,
  };
}

/**
 * More nodes than one query takes. Most such views are of nearly the whole graph, which one query may give; else each
 * part is asked for with each other, so that no relationship between two of them is missed.
 */
async function loadLargeSubgraph(
  ids: readonly NodeId[],
  options: AskOptions,
): Promise<Outcome<ShownRecords>> {
  const whole = await loadSubgraph(null, options);
  if (whole.kind === 'failure') return whole;
  const wanted = new Set(ids);
  const isWanted = (id: NodeId) => wanted.has(id);
  const found = whole.value.nodes.filter(({ record }) => isWanted(record.id));
  if (!whole.value.truncated || found.length === wanted.size)
    return {
      kind: 'loaded',
      value: {
        nodes: found,
        relationships: whole.value.relationships.filter(
          ({ record }) => isWanted(record.from) && isWanted(record.to),
        ),
        truncated: false,
      },
    };
  return mapOutcome(await loadNewcomersWith(ids, []), (records) => ({ ...records, truncated: false }));
}

/** Of a view with more nodes than this the ids are not sent, if they need not be. */
const MANY_IDS = 200;
/** With so many neighbours in all, newcomers are asked for with all of them. */
const FEW_NEIGHBOURS = 300;

type Newcomers = Pick<ShownRecords, 'nodes' | 'relationships'>;

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
async function loadNewcomersWith(
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
export async function loadNeighbourIds(id: NodeId, along: Along | null): Promise<Outcome<readonly NodeId[]>> {
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
