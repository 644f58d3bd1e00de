import { CircleDot, History, MoveRight, Quote } from 'lucide-react';
import { nodeTypes } from '../../schema/node-types.ts';
import type { Exploration, ShownRelationship } from '../exploration/exploration.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';

/** What the menu of a relationship offers: its facts, its ends, and what others are told of it. */
export function relationshipMenuItems(
  { nodes }: Exploration,
  { record: { id, from, to } }: ShownRelationship,
  actions: NodeActions,
  onSelect: () => void,
): readonly MenuItem[] {
  const ends = [...new Set([from, to])].flatMap((end) => nodes.get(end)?.record ?? []);
  return [
    { key: 'select', words: 'Show its facts and sources', icon: <CircleDot />, onChoose: onSelect },
    ...ends.map((end) => ({
      key: end.id,
      words: `Go to ${end.properties.name}`,
      icon:
        end.type === 'Judgement' ? (
          <MoveRight />
        ) : (
          <ShapeIcon
            shape={nodeTypes[end.type].look.shape}
            tone={`--tone-${nodeTypes[end.type].look.tone}`}
          />
        ),
      onChoose: () => actions.open(end.id),
    })),
    { key: 'cite', words: 'Cite', icon: <Quote />, onChoose: () => actions.cite(id) },
    { key: 'changes', words: 'Changes', icon: <History />, onChoose: () => actions.changes(id) },
  ];
}
