import type { NodeId } from '../../../schema/ids.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../exploration.ts';
import { isEqual } from '../is-equal.ts';
import type { Patch } from '../patch.ts';
import { relationshipsOf } from '../relationships-of.ts';

/** What comes onto the view and what it brings up to date; relationships without both ends are left out. */
export function addRecords(
  state: Exploration,
  nodes: readonly ShownNode[],
  relationships: readonly ShownRelationship[],
) {
  const known = new Set([...state.nodes.keys(), ...nodes.map(({ record }) => record.id)]);
  const fresh = nodes.filter(({ record }) => !state.nodes.has(record.id));
  return {
    nodes: nodes
      .filter((node) => differs(state.nodes.get(node.record.id), node))
      .map((node) => [node.record.id, node] as const),
    relationships: relationships
      .filter(({ record }) => known.has(record.from) && known.has(record.to))
      .filter((relationship) => differs(state.relationships.get(relationship.record.id), relationship))
      .map((relationship) => [relationship.record.id, relationship] as const),
    // Named although they have no place yet, so that taking the command back takes a later `place` with it.
    positions: fresh.map(({ record }) => [record.id, undefined] as const),
    pinned: fresh.map(({ record }) => [record.id, false] as const),
  } satisfies Patch;
}

/** Takes nodes off the view, with all that hangs on them. */
export function removeNodes(state: Exploration, ids: ReadonlySet<NodeId>): Patch {
  const removed = [...ids].filter((id) => state.nodes.has(id));
  const touching = removed.flatMap((id) => relationshipsOf(state, id).map(({ record }) => record.id));
  const relationships = [...new Set(touching)];
  return {
    nodes: removed.map(leaveOut),
    relationships: relationships.map(leaveOut),
    positions: removed.map(leaveOut),
    expansions: removed.filter((id) => state.expansions.has(id)).map(leaveOut),
    pinned: removed.map((id) => [id, false]),
    hidden: removed.map((id) => [id, false]),
    values: unselect(state, new Set<string>([...ids, ...relationships])),
  };
}

/** Whether what the server sent says more than the view knows; its objects are new each time. */
export function differs(
  known: ShownNode | ShownRelationship | undefined,
  given: ShownNode | ShownRelationship,
): boolean {
  return known === undefined || !isEqual(known, given);
}

/** What cannot be seen any more cannot stay selected or focused. */
export function unselect(state: Exploration, gone: ReadonlySet<string>): NonNullable<Patch['values']> {
  return {
    ...(state.selection.some((id) => gone.has(id))
      ? { selection: state.selection.filter((id) => !gone.has(id)) }
      : {}),
    ...(state.focus && gone.has(state.focus) ? { focus: null } : {}),
  };
}

export function leaveOut<Id extends string>(id: Id): readonly [Id, undefined] {
  return [id, undefined];
}
