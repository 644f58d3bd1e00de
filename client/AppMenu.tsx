import { type NodeId, parseNodeId, parseRelationshipId, type RelationshipId } from '../schema/ids.ts';
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
  const relationship = relationshipId && exploration.relationships.get(relationshipId);
  if (!relationship) return null;
  const select = () => {
    run({ kind: 'select', ids: [relationship.record.id] });
    setRightTab('details');
    panels.showDetails();
  };
  return (
    <Menu
      label={`What to do with “${nameRelationship(exploration, relationship.record)}”`}
      items={relationshipMenuItems(exploration, relationship, actions, select)}
      at={at}
      onClose={onClose}
    />
  );
}
