import type { NodeId } from '../../../schema/ids.ts';
import type { Exploration } from '../exploration.ts';
import type { Patch } from '../patch.ts';
import { leaveOut, removeNodes, unselect } from './change-records.ts';

/**
 * Takes away what the expansion of this node brought. What another expansion that stands holds as well stays, with its
 * relationships, so that no relationship between two nodes on the view is missing.
 */
export function collapseNode(state: Exploration, of: NodeId): Patch {
  const expansion = state.expansions.get(of);
  if (!expansion) return {};
  const others = [...state.expansions].flatMap(([id, other]) => (id === of ? [] : [other]));
  const held = new Set<string>(others.flatMap(({ nodes, relationships }) => [...nodes, ...relationships]));
  const nodes = expansion.nodes.filter((id) => id !== of && !held.has(id));
  const removal = removeNodes(state, new Set(nodes));
  const joined = expansion.relationships.filter((id) => state.relationships.has(id) && !held.has(id));
  const touching = (removal.relationships ?? []).map(([id]) => id);
  const relationships = [...new Set([...touching, ...joined])];
  return {
    ...removal,
    relationships: relationships.map(leaveOut),
    expansions: [...(removal.expansions ?? []), [of, undefined]],
    values: unselect(state, new Set<string>([...nodes, ...relationships])),
  };
}
