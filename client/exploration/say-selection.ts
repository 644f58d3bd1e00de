import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { printCount } from '../../schema/print-count.ts';
import type { Exploration } from './exploration.ts';
import { nameRelationship } from './name-relationship.ts';

/** What is selected then, for who cannot see it: “Selected: Cafcass”, “Selected: 3, the last of them Ofsted”. */
export function saySelection(state: Exploration, ids: Exploration['selection']): string {
  const last = ids.at(-1);
  if (last === undefined) return 'Selected: nothing';
  const name = nameOf(state, last);
  return ids.length === 1
    ? `Selected: ${name}`
    : `Selected: ${printCount(ids.length)}, the last of them ${name}`;
}

function nameOf(state: Exploration, id: NodeId | RelationshipId): string {
  const node = state.nodes.get(id as NodeId)?.record;
  if (node) return node.properties.name;
  const relationship = state.relationships.get(id as RelationshipId)?.record;
  return relationship ? `“${nameRelationship(state, relationship)}”` : id;
}
