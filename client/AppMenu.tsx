import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../schema/ids.ts';
import { printCount } from '../schema/print-count.ts';
import { bundleOf } from './exploration/bundle-of.ts';
import type { Point } from './exploration/exploration.ts';
import { nameRelationship } from './exploration/name-relationship.ts';
import { nodeMenuItems } from './explorer/node-menu.tsx';
import { relationshipMenuItems } from './explorer/relationship-menu.tsx';
import { Menu } from './ui/Menu.tsx';
import type { AppBench } from './use-app-bench.ts';

export interface OpenMenu {
  readonly id: NodeId | RelationshipId;
  readonly at: Point;
}

interface RecordMenuProps {
  readonly bench: AppBench;
  readonly menu: OpenMenu;
  readonly onClose: () => void;
}

/** All that can be done with a node or a relationship of the view; nothing for one that has gone from it. */
export function RecordMenu({ bench, menu: { id, at }, onClose }: RecordMenuProps) {
  const { exploration, actions, run, setRightTab, panels } = bench;
  const [nodeId, relationshipId] = [parseNodeId(id), parseRelationshipId(id)];
  const node = nodeId && exploration.nodes.get(nodeId)?.record;
  if (node)
    return (
      <Menu
        label={`What to do with ${node.properties.name}`}
        items={nodeMenuItems(node.id, node, actions)}
        at={at}
        onClose={onClose}
      />
    );
  if (!relationshipId) return null;
  const bundle = bundleOf(exploration, relationshipId);
  const together = bundle.includes(relationshipId) ? bundle : [relationshipId];
  const relationships = together.flatMap((each) => exploration.relationships.get(each) ?? []);
  const [first] = relationships;
  if (!first) return null;
  const select = (chosen: RelationshipId) => {
    run({ kind: 'select', ids: [chosen] });
    setRightTab('details');
    panels.showDetails();
  };
  const name =
    relationships.length === 1
      ? `“${nameRelationship(exploration, first.record)}”`
      : `${printCount(relationships.length)} relationships between the same two`;
  return (
    <Menu
      label={`What to do with ${name}`}
      items={relationshipMenuItems(exploration, relationships, actions, select)}
      at={at}
      onClose={onClose}
    />
  );
}
