import type { NodeId } from '../../schema/ids.ts';
import type { Exploration, ShownRelationship } from './exploration.ts';

type Relationships = Exploration['relationships'];
type Index = ReadonlyMap<NodeId, readonly ShownRelationship[]>;

const NONE: readonly ShownRelationship[] = [];
const indexes = new WeakMap<Relationships, Index>();
/** The index that was made last, from which the next mostly differs by little. */
let latest: { readonly relationships: Relationships; readonly index: Index } | null = null;

/**
 * The relationships on the view that touch the node, whether they can be seen or not. It is the same list for as long
 * as they are the same, whatever comes and goes elsewhere, so that what rests on it need not be worked out anew.
 */
export function relationshipsOf(
  { relationships }: Pick<Exploration, 'relationships'>,
  id: NodeId,
): readonly ShownRelationship[] {
  let index = indexes.get(relationships);
  if (!index) {
    index = latest
      ? changeIndex(latest.index, latest.relationships, relationships)
      : indexByEnd(relationships.values());
    indexes.set(relationships, index);
    latest = { relationships, index };
  }
  return index.get(id) ?? NONE;
}

/** The index of the relationships of now, with the lists of before for all nodes that no change touches. */
function changeIndex(index: Index, before: Relationships, now: Relationships): Index {
  const touched = new Set<NodeId>();
  const keep = (each: ShownRelationship, other: Relationships) => {
    if (other.get(each.record.id) === each) return true;
    touched.add(each.record.from).add(each.record.to);
    return false;
  };
  const keptBefore = [...before.values()].filter((each) => keep(each, now));
  const keptNow = [...now.values()].filter((each) => keep(each, before));
  // Undoing may bring back in another order, which the lists have to follow.
  if (keptNow.some((each, at) => each !== keptBefore[at])) return indexByEnd(now.values());
  const changed = new Map(index);
  for (const id of touched) changed.delete(id);
  const around = [...now.values()].filter(({ record }) => touched.has(record.from) || touched.has(record.to));
  for (const [id, list] of indexByEnd(around)) if (touched.has(id)) changed.set(id, list);
  return changed;
}

function indexByEnd(relationships: Iterable<ShownRelationship>): Index {
  const index = new Map<NodeId, ShownRelationship[]>();
  const add = (id: NodeId, relationship: ShownRelationship) => {
    const known = index.get(id);
    if (known) known.push(relationship);
    else index.set(id, [relationship]);
  };
  for (const relationship of relationships) {
    const { from, to } = relationship.record;
    add(from, relationship);
    if (to !== from) add(to, relationship);
  }
  return index;
}
