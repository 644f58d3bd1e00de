import type { ResultOf } from 'gql.tada';
import { type NodeId, nodeId } from '../../schema/ids.ts';
import type { Arrangement } from '../exploration/arrangements.ts';
import type { ShownNode, ShownRelationship } from '../exploration/exploration.ts';
import { type AskOptions, ask, mapOutcome } from './ask.ts';
import { openingDocument, SUBGRAPH_LIMIT, subgraphDocument } from './documents.ts';
import type { Outcome } from './failures.ts';
import { readGraphAt } from './first-read.ts';
import { mapNode, mapRelationship } from './map-records.ts';
import { loadInParts } from './neighbours.ts';

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
  return mapOutcome(await loadInParts(ids), (records) => ({ ...records, truncated: false }));
}
