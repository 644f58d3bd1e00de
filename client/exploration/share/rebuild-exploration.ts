import type { NodeId, RelationshipId } from '../../../schema/ids.ts';
import type { Expansion, Exploration, ShownNode, ShownRelationship } from '../exploration.ts';
import { emptyExploration } from '../exploration.ts';
import type { SharedView } from './shared-view.ts';

interface Rebuilt {
  readonly exploration: Exploration;
  /** Nodes of the view that the graph has no more. */
  readonly missing: readonly NodeId[];
}

/** What was fetched for a shared view. */
export interface Records {
  readonly nodes: Iterable<ShownNode>;
  readonly relationships: Iterable<ShownRelationship>;
}

/**
 * The exploration that a shared view stands for, with the records that were fetched for it. What hangs on a node that
 * is missing goes with it; all the rest stands as it was shared.
 */
export function rebuildExploration(
  { nodes: ids, camera: _, ...shared }: SharedView,
  records: Records,
): Rebuilt {
  const given = new Map([...records.nodes].map((node) => [node.record.id, node]));
  const nodes = new Map(
    ids.flatMap((id) => {
      const node = given.get(id);
      return node ? [[id, node] as const] : [];
    }),
  );
  const relationships = new Map(
    [...records.relationships]
      .filter(({ record }) => nodes.has(record.from) && nodes.has(record.to))
      .map((relationship) => [relationship.record.id, relationship]),
  );
  const isThere = (id: NodeId) => nodes.has(id);
  return {
    exploration: {
      ...emptyExploration,
      ...shared,
      nodes,
      relationships,
      positions: new Map([...shared.positions].filter(([id]) => isThere(id))),
      pinned: new Set([...shared.pinned].filter(isThere)),
      hidden: new Set([...shared.hidden].filter(isThere)),
      selection: shared.selection.filter(
        (id) => nodes.has(id as NodeId) || relationships.has(id as RelationshipId),
      ),
      expansions: rebuildExpansions(shared.expansions, nodes, relationships),
    },
    missing: ids.filter((id) => !nodes.has(id)),
  };
}

/** An expansion brings, with its nodes, the relationships that they have. */
function rebuildExpansions(
  expansions: SharedView['expansions'],
  nodes: Exploration['nodes'],
  relationships: Exploration['relationships'],
): Exploration['expansions'] {
  const rebuilt = new Map<NodeId, Expansion>();
  for (const [of, expansion] of expansions) {
    const brought = expansion.nodes.filter((id) => nodes.has(id));
    if (!nodes.has(of)) continue;
    const came = new Set(brought);
    const along = [...relationships.values()].filter(
      ({ record }) => came.has(record.from) || came.has(record.to),
    );
    rebuilt.set(of, { nodes: brought, relationships: along.map(({ record }) => record.id) });
  }
  return rebuilt;
}
