import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { NodeType } from '../../schema/node-types.ts';
import type { Demand, Expansion, Exploration, Point, ShownNode, ShownRelationship } from './exploration.ts';
import type { FacetDimension, FacetFilter } from './filters/facets.ts';
import type { TypeLook } from './type-looks.ts';

type Entries<Key, Value> = readonly (readonly [Key, Value | undefined])[];
type Members<Key> = readonly (readonly [Key, boolean])[];

/**
 * What changes in an exploration, as data: entries to set (or, where undefined, to take out), members to add or
 * take out, and values to replace. Every command comes down to one patch, and the inverse of a patch is found
 * by looking at what it replaces; so no command needs an inverse of its own.
 */
export interface Patch {
  /** A state that takes the place of the whole one; nothing else is looked at then. */
  readonly whole?: Exploration;
  readonly nodes?: Entries<NodeId, ShownNode>;
  readonly relationships?: Entries<RelationshipId, ShownRelationship>;
  readonly positions?: Entries<NodeId, Point>;
  readonly expansions?: Entries<NodeId, Expansion>;
  readonly pinned?: Members<NodeId>;
  readonly hidden?: Members<NodeId>;
  readonly filters?: Entries<FacetDimension, FacetFilter>;
  readonly only?: Members<Demand>;
  readonly looks?: Entries<NodeType, TypeLook>;
  readonly values?: Partial<Pick<Exploration, 'time' | 'arrangement' | 'selection' | 'focus'>>;
}

/** The state with the patch in place, and the patch that takes it back. */
export function applyPatch(
  state: Exploration,
  patch: Patch,
): { readonly state: Exploration; readonly inverse: Patch } {
  if (patch.whole) return { state: patch.whole, inverse: { whole: state } };
  const nodes = setEntries(state.nodes, patch.nodes);
  const relationships = setEntries(state.relationships, patch.relationships);
  const positions = setEntries(state.positions, patch.positions);
  const expansions = setEntries(state.expansions, patch.expansions);
  const pinned = setMembers(state.pinned, patch.pinned);
  const hidden = setMembers(state.hidden, patch.hidden);
  const filters = setEntries(state.filters, patch.filters);
  const only = setMembers(state.only, patch.only);
  const looks = setEntries(state.looks, patch.looks);
  const values = patch.values ?? {};
  return {
    state: {
      ...state,
      nodes: nodes.next,
      relationships: relationships.next,
      positions: positions.next,
      expansions: expansions.next,
      pinned: pinned.next,
      hidden: hidden.next,
      filters: filters.next,
      only: only.next,
      looks: looks.next,
      time: values.time ?? state.time,
      arrangement: values.arrangement ?? state.arrangement,
      selection: values.selection ?? state.selection,
      focus: values.focus === undefined ? state.focus : values.focus,
    },
    inverse: {
      nodes: nodes.inverse,
      relationships: relationships.inverse,
      positions: positions.inverse,
      expansions: expansions.inverse,
      pinned: pinned.inverse,
      hidden: hidden.inverse,
      filters: filters.inverse,
      only: only.inverse,
      looks: looks.inverse,
      values: {
        ...(values.time === undefined ? {} : { time: state.time }),
        ...(values.arrangement === undefined ? {} : { arrangement: state.arrangement }),
        ...(values.selection === undefined ? {} : { selection: state.selection }),
        ...(values.focus === undefined ? {} : { focus: state.focus }),
      },
    },
  };
}

/** Whether the patch leaves every state as it is. */
export function isEmptyPatch(patch: Patch): boolean {
  return Object.values(patch).every((part) => Object.keys(part).length === 0);
}

/** Whether the patch changes no more than what is selected and where the keyboard is. */
export function onlySelects({ values = {}, ...rest }: Patch): boolean {
  const { selection, focus, ...others } = values;
  return isEmptyPatch({ ...rest, values: others });
}

/** Where nothing changes the map stays the same object, by which the canvas knows that nothing has moved. */
function setEntries<Key, Value>(map: ReadonlyMap<Key, Value>, entries: Entries<Key, Value> = []) {
  if (entries.every(([key, value]) => map.get(key) === value))
    return { next: map, inverse: [...entries].reverse() };
  const next = new Map(map);
  const inverse: (readonly [Key, Value | undefined])[] = [];
  for (const [key, value] of entries) {
    inverse.push([key, next.get(key)]);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  // Backwards, so that the first of two entries with one key is the last to be put back.
  return { next, inverse: inverse.reverse() };
}

function setMembers<Key>(set: ReadonlySet<Key>, members: Members<Key> = []) {
  if (members.length === 0) return { next: set, inverse: [] };
  const next = new Set(set);
  const inverse: (readonly [Key, boolean])[] = [];
  for (const [key, isMember] of members) {
    inverse.push([key, next.has(key)]);
    if (isMember) next.add(key);
    else next.delete(key);
  }
  return { next, inverse: inverse.reverse() };
}
