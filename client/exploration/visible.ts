import type { NodeId } from '../../schema/ids.ts';
import type { Exploration, NeighbourCount, ShownNode, ShownRelationship } from './exploration.ts';
import { isWithin } from './time-window.ts';

/** Whether the node can be seen: on the view, not hidden, and let through by the filters. */
export function isVisible(state: Exploration, id: NodeId): boolean {
  const node = state.nodes.get(id);
  return node !== undefined && passes(state, node);
}

function passes(state: Exploration, { record }: ShownNode): boolean {
  if (state.hidden.has(record.id) || state.hiddenTypes.has(record.type)) return false;
  const { date } = record.properties;
  if (state.timeWindow && date && !isWithin(date, state.timeWindow)) return false;
  return !state.onlyDisputed || record.disputed.length > 0 || isDisputedJudgement(state, record.id);
}

/** A judgement is disputed by another one beside it, which its inspection knows and its own record may not. */
function isDisputedJudgement(state: Exploration, id: NodeId): boolean {
  return state.nodes.get(id)?.record.type === 'Judgement' && disputedJudgements(state).has(id);
}

/** The nodes that can be seen, in the order in which they came. */
export function visibleNodes(state: Exploration): readonly ShownNode[] {
  return [...state.nodes.values()].filter((node) => passes(state, node));
}

/** The relationships that can be seen: their type is shown and so are both ends. */
export function visibleRelationships(state: Exploration): readonly ShownRelationship[] {
  return [...state.relationships.values()].filter(
    ({ record }) =>
      !state.hiddenRelationshipTypes.has(record.type) &&
      isVisible(state, record.from) &&
      isVisible(state, record.to),
  );
}

/** The nodes that “n of m shown” counts: a judgement beside its inspection is a chip of it, not a node. */
export function countShown(state: Exploration): number {
  const chips = inspectionOfJudgements(state);
  return visibleNodes(state).filter(({ record }) => !chips.has(record.id)).length;
}

/** For each judgement whose inspection is on the view, that inspection. */
export function inspectionOfJudgements(state: Exploration): ReadonlyMap<NodeId, NodeId> {
  const found = new Map<NodeId, NodeId>();
  for (const { record } of state.relationships.values())
    if (record.type === 'JUDGED' && state.nodes.has(record.from)) found.set(record.to, record.from);
  return found;
}

const ends = new WeakMap<Exploration['relationships'], ReadonlyMap<NodeId, readonly ShownRelationship[]>>();

/** The relationships on the view that touch the node, whether they can be seen or not. */
export function relationshipsOf({ relationships }: Exploration, id: NodeId): readonly ShownRelationship[] {
  let index = ends.get(relationships);
  if (!index) {
    index = indexByEnd(relationships.values());
    ends.set(relationships, index);
  }
  return index.get(id) ?? [];
}

function indexByEnd(
  relationships: Iterable<ShownRelationship>,
): ReadonlyMap<NodeId, readonly ShownRelationship[]> {
  const index = new Map<NodeId, ShownRelationship[]>();
  for (const relationship of relationships)
    for (const id of new Set([relationship.record.from, relationship.record.to])) {
      const known = index.get(id);
      if (known) known.push(relationship);
      else index.set(id, [relationship]);
    }
  return index;
}

const disputes = new WeakMap<Exploration, ReadonlySet<NodeId>>();

/** Judgements that contradict each other: of one inspection and one area, with differing labels. */
export function disputedJudgements(state: Exploration): ReadonlySet<NodeId> {
  const known = disputes.get(state);
  if (known) return known;
  const groups = new Map<string, ShownNode[]>();
  for (const [judgement, inspection] of inspectionOfJudgements(state)) {
    const node = state.nodes.get(judgement);
    if (!node || node.record.properties.standing === 'rejected') continue;
    const key = JSON.stringify([inspection, node.record.properties.area ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), node]);
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

/**
 * How many neighbours of the node are not on the view, by relationship type and direction, zeros left out: for the
 * badge and the menu, which tell what expanding can bring before anybody asks the server.
 */
export function neighboursNotShown(state: Exploration, id: NodeId): readonly NeighbourCount[] {
  const node = state.nodes.get(id);
  if (!node) return [];
  const shown = new Map<string, Set<NodeId>>();
  for (const { record } of relationshipsOf(state, id)) {
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
