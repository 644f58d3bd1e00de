import type { NodeId } from '../../schema/ids.ts';
import type { Exploration, NeighbourCount, ShownNode, ShownRelationship } from './exploration.ts';
import { didHold } from './filters/as-of.ts';
import { keysForFilter, keysOfRelationship, sourcesOf } from './filters/facet-keys.ts';
import { letsThrough } from './filters/facets.ts';
import { isOfTime } from './filters/time-filter.ts';
import { relationshipsOf } from './relationships-of.ts';
import { sightOf } from './sight-of.ts';

/** Whether the node can be seen: on the view, not hidden, and let through by the filters. */
export function isVisible(state: Exploration, id: NodeId): boolean {
  const node = state.nodes.get(id);
  return node !== undefined && passes(state, node);
}

function passes(state: Exploration, node: ShownNode): boolean {
  const { date } = node.record.properties;
  if (state.hidden.has(node.record.id) || (date && !isOfTime(state.time, date))) return false;
  for (const [dimension, filter] of state.filters) {
    const keys = keysForFilter(state, node, dimension, filter);
    if (keys && !letsThrough(filter, keys)) return false;
  }
  if (state.only.has('disputed') && !isDisputed(state, node)) return false;
  return !state.only.has('primary') || sourcesOf(state, node).some(({ isPrimary }) => isPrimary);
}

/** A judgement is disputed by another one beside it, too, which its inspection knows and its own record may not. */
export function isDisputed(state: Exploration, { record }: ShownNode): boolean {
  return (
    record.disputed.length > 0 || (record.type === 'Judgement' && disputedJudgements(state).has(record.id))
  );
}

const seenNodes = new WeakMap<Exploration, readonly ShownNode[]>();

/** The nodes that can be seen, in the order in which they came. */
export function visibleNodes(state: Exploration): readonly ShownNode[] {
  const sight = sightOf(state);
  const known = seenNodes.get(sight);
  if (known) return known;
  const seen = [...state.nodes.values()].filter((node) => passes(sight, node));
  seenNodes.set(sight, seen);
  return seen;
}

const seenRelationships = new WeakMap<Exploration, readonly ShownRelationship[]>();

/** The relationships that can be seen: the filters let them through, and both ends can be seen. */
export function visibleRelationships(state: Exploration): readonly ShownRelationship[] {
  const sight = sightOf(state);
  const known = seenRelationships.get(sight);
  if (known) return known;
  const ends = new Set(visibleNodes(sight).map(({ record }) => record.id));
  const seen = [...state.relationships.values()].filter(
    (relationship) =>
      ends.has(relationship.record.from) &&
      ends.has(relationship.record.to) &&
      passesAsRelationship(sight, relationship),
  );
  seenRelationships.set(sight, seen);
  return seen;
}

function passesAsRelationship(state: Exploration, relationship: ShownRelationship): boolean {
  for (const [dimension, filter] of state.filters) {
    const keys = keysOfRelationship(relationship, dimension);
    if (keys && !letsThrough(filter, keys)) return false;
  }
  if (state.only.has('primary') && !relationship.documents.some(({ isPrimary }) => isPrimary)) return false;
  return state.time.kind !== 'asOf' || didHold(state, relationship.record, state.time.day);
}

/** More nodes than this cannot be read as a drawing, whatever the screen; above one of them it is said. */
export const READABLE = 2_500;

/** The nodes that “n of m shown” counts: a judgement beside its inspection is a chip of it, not a node. */
export function countShown(state: Exploration): number {
  const chips = inspectionOfJudgements(state);
  return visibleNodes(state).filter(({ record }) => !chips.has(record.id)).length;
}

const inspections = new WeakMap<Exploration, ReadonlyMap<NodeId, NodeId>>();

/** For each judgement whose inspection is on the view, that inspection. */
export function inspectionOfJudgements(given: Exploration): ReadonlyMap<NodeId, NodeId> {
  const state = sightOf(given);
  const known = inspections.get(state);
  if (known) return known;
  const found = new Map<NodeId, NodeId>();
  for (const { record } of state.relationships.values())
    if (record.type === 'JUDGED' && state.nodes.has(record.from)) found.set(record.to, record.from);
  inspections.set(state, found);
  return found;
}

const disputes = new WeakMap<Exploration, ReadonlySet<NodeId>>();

/** Judgements that contradict each other: of one inspection and one area, with differing labels. */
export function disputedJudgements(given: Exploration): ReadonlySet<NodeId> {
  const state = sightOf(given);
  const known = disputes.get(state);
  if (known) return known;
  const groups = new Map<string, ShownNode[]>();
  for (const [judgement, inspection] of inspectionOfJudgements(state)) {
    const node = state.nodes.get(judgement);
    if (!node || node.record.properties.standing === 'rejected') continue;
    // An id has no space in it.
    const key = `${inspection} ${node.record.properties.area ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  const disputed = new Set(
    [...groups.values()].filter(contradicts).flatMap((group) => group.map((n) => n.record.id)),
  );
  disputes.set(state, disputed);
  return disputed;
}

function contradicts(judgements: readonly ShownNode[]): boolean {
  const labels = judgements.map(({ record }) => (record.properties.label ?? '').toLowerCase());
  return new Set(labels).size > 1;
}

interface KnownCounts {
  readonly around: readonly ShownRelationship[];
  readonly counts: readonly NeighbourCount[];
}

const notShown = new WeakMap<ShownNode, KnownCounts>();

/**
 * How many neighbours of the node are not on the view, by relationship type and direction, zeros left out: for the
 * badge and the menu, which tell what expanding can bring before anybody asks the server.
 */
export function neighboursNotShown(state: Exploration, id: NodeId): readonly NeighbourCount[] {
  const node = state.nodes.get(id);
  if (!node) return [];
  const known = notShown.get(node);
  const around = relationshipsOf(state, id);
  if (known?.around === around) return known.counts;
  const counts = countNotShown(node, around);
  notShown.set(node, { around, counts });
  return counts;
}

function countNotShown(node: ShownNode, around: readonly ShownRelationship[]): readonly NeighbourCount[] {
  const { id } = node.record;
  const shown = new Map<string, Set<NodeId>>();
  for (const { record } of around) {
    if (record.from === id) addTo(shown, `${record.type} out`, record.to);
    if (record.to === id) addTo(shown, `${record.type} in`, record.from);
  }
  return node.counts
    .map(({ type, direction, neighbours }) => ({
      type,
      direction,
      neighbours: neighbours - (shown.get(`${type} ${direction}`)?.size ?? 0),
    }))
    .filter(({ neighbours }) => neighbours > 0);
}

function addTo(map: Map<string, Set<NodeId>>, key: string, id: NodeId): void {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(id));
}
