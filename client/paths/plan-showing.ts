import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { Exploration, ShownNode, ShownRelationship } from '../exploration/exploration.ts';
import { isVisible } from '../exploration/visible.ts';
import type { FoundPath } from './found-path.ts';

/** What showing a path on this view takes. */
interface Showing {
  /** Nodes that are not on the view, or are there and hidden. */
  readonly nodes: readonly ShownNode[];
  /** Those of the nodes that are not on the view. */
  readonly missing: readonly NodeId[];
  readonly relationships: readonly ShownRelationship[];
  /** All of the path; its start stands last, so that the inspector and the address stay with it. */
  readonly select: readonly (NodeId | RelationshipId)[];
  /** How many of its nodes a filter keeps from being seen, which showing does not change. */
  readonly filtered: number;
}

export function planShowing(state: Exploration, path: FoundPath): Showing {
  const nodes = path.nodes.filter(({ record: { id } }) => !state.nodes.has(id) || state.hidden.has(id));
  const missing = nodes.map(({ record }) => record.id).filter((id) => !state.nodes.has(id));
  return {
    nodes,
    missing,
    relationships: path.relationships.filter(({ record }) => !state.relationships.has(record.id)),
    select: [
      ...path.relationships.map(({ record }) => record.id),
      ...path.nodes.map(({ record }) => record.id).reverse(),
    ],
    filtered: path.nodes.filter(
      ({ record: { id } }) => state.nodes.has(id) && !state.hidden.has(id) && !isVisible(state, id),
    ).length,
  };
}
