import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { Path } from '../../schema/records.ts';
import type { RelationshipType } from '../../schema/relationship-types.ts';
import { type AdjacencyIndex, compareIds } from './adjacency-index.ts';
import { StepCounter } from './graph-question.ts';

/** Steps that one listing takes at most: about a tenth of a second of one core. */
const stepCap = 500_000;

/** Work that yields nothing but pauses. */
type Pausing<Result> = Generator<null, Result, unknown>;

export interface LengthQuestion {
  readonly from: NodeId;
  readonly to: NodeId;
  /** In hops, at least 1. */
  readonly length: number;
  readonly limit: number;
}

/**
 * The simple paths of exactly this length in what is known, in the order: relationship types, node ids,
 * relationship ids; at most `limit`. `truncated` where the work, not the limit, cut them off.
 */
export function* listPathsOfLength(
  known: AdjacencyIndex,
  question: LengthQuestion,
): Pausing<{ readonly paths: readonly Path[]; readonly truncated: boolean }> {
  const reachable = yield* layersReaching(known, question);
  const listing: Listing = { ...question, known, reachable, paths: [], steps: new StepCounter(stepCap) };
  yield* listByTypes(listing, [new Set([question.from])], []);
  return { paths: listing.paths, truncated: listing.steps.isSpent };
}

interface Listing extends LengthQuestion {
  readonly known: AdjacencyIndex;
  /** At each position the nodes from which a walk of the remaining length ends at `to`. */
  readonly reachable: readonly ReadonlySet<NodeId>[];
  readonly paths: Path[];
  readonly steps: StepCounter;
}

function* layersReaching(
  known: AdjacencyIndex,
  { from, to, length }: LengthQuestion,
): Pausing<ReadonlySet<NodeId>[]> {
  // What is known is capped, so that this is bounded without a cap of its own.
  const steps = new StepCounter(Number.POSITIVE_INFINITY);
  const layers: Set<NodeId>[] = [new Set([to])];
  for (let position = length - 1; position >= 0; position -= 1) {
    const layer = new Set<NodeId>();
    // Only the first position is the start, and only the last one is the end.
    for (const node of layers[0] ?? []) {
      for (const { far } of known.stepsFrom(node)) {
        steps.count();
        if (far !== to && (far === from) === (position === 0)) layer.add(far);
      }
      if (steps.takePause()) yield null;
    }
    layers.unshift(layer);
  }
  return layers;
}

/** Grows sequences of types in their order; `layers` are the nodes that the sequence so far can stand on. */
function* listByTypes(
  listing: Listing,
  layers: readonly ReadonlySet<NodeId>[],
  types: readonly RelationshipType[],
): Pausing<void> {
  if (isDone(listing)) return;
  if (types.length === listing.length) {
    yield* listByNodes(listing, yield* onlyReaching(listing, layers, types), types, [listing.from]);
    return;
  }
  const reachable = listing.reachable[types.length + 1];
  const byType = new Map<RelationshipType, Set<NodeId>>();
  for (const node of layers[types.length] ?? []) {
    for (const { type, far } of listing.known.stepsFrom(node)) {
      listing.steps.count();
      if (!reachable?.has(far)) continue;
      const layer = byType.get(type);
      if (layer) layer.add(far);
      else byType.set(type, new Set([far]));
    }
    if (listing.steps.takePause()) yield null;
  }
  for (const [type, layer] of [...byType].sort(([a], [b]) => compareIds(a, b)))
    yield* listByTypes(listing, [...layers, layer], [...types, type]);
}

/** Of each layer the nodes that reach the end by these very types. */
function* onlyReaching(
  listing: Listing,
  layers: readonly ReadonlySet<NodeId>[],
  types: readonly RelationshipType[],
): Pausing<readonly ReadonlySet<NodeId>[]> {
  const kept: ReadonlySet<NodeId>[] = [...layers];
  for (let position = types.length - 1; position > 0; position -= 1) {
    const next = kept[position + 1];
    const reaching = new Set<NodeId>();
    for (const node of kept[position] ?? []) {
      for (const { type, far } of listing.known.stepsFrom(node)) {
        listing.steps.count();
        if (type !== types[position] || !next?.has(far)) continue;
        reaching.add(node);
        break;
      }
      if (listing.steps.takePause()) yield null;
    }
    kept[position] = reaching;
  }
  return kept;
}

/** Walks the layers depth first, by node id, without repeating a node. */
function* listByNodes(
  listing: Listing,
  layers: readonly ReadonlySet<NodeId>[],
  types: readonly RelationshipType[],
  nodes: readonly NodeId[],
): Pausing<void> {
  if (isDone(listing)) return;
  const position = nodes.length - 1;
  const node = nodes[position];
  if (node === undefined) return;
  if (position === types.length) {
    listByRelationships(listing, types, nodes, []);
    return;
  }
  const next = new Set<NodeId>();
  for (const { type, far } of listing.known.stepsFrom(node)) {
    listing.steps.count();
    if (type === types[position] && layers[position + 1]?.has(far) && !nodes.includes(far)) next.add(far);
  }
  if (listing.steps.takePause()) yield null;
  for (const far of [...next].sort(compareIds)) yield* listByNodes(listing, layers, types, [...nodes, far]);
}

/** Chooses among parallel relationships, by their ids. */
function listByRelationships(
  listing: Listing,
  types: readonly RelationshipType[],
  nodes: readonly NodeId[],
  relationships: readonly RelationshipId[],
): void {
  if (isDone(listing)) return;
  const position = relationships.length;
  const [node, far] = [nodes[position], nodes[position + 1]];
  if (node === undefined || far === undefined) {
    listing.paths.push({ nodes, relationships });
    return;
  }
  const parallel = listing.known.stepsFrom(node).filter((step) => {
    listing.steps.count();
    return step.far === far && step.type === types[position];
  });
  for (const id of parallel.map((step) => step.id).sort(compareIds))
    listByRelationships(listing, types, nodes, [...relationships, id]);
}

function isDone(listing: Listing): boolean {
  return listing.paths.length >= listing.limit || listing.steps.isSpent;
}
