import type { NodeId } from '../../schema/ids.ts';
import type { Exploration, ShownRelationship } from './exploration.ts';

const ends = new WeakMap<Exploration['relationships'], ReadonlyMap<NodeId, readonly ShownRelationship[]>>();

/** The relationships on the view that touch the node, whether they can be seen or not. */
export function relationshipsOf(
  { relationships }: Pick<Exploration, 'relationships'>,
  id: NodeId,
): readonly ShownRelationship[] {
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
