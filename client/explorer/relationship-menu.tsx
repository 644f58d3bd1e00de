import { CircleDot, History, MoveRight, PenLine, Quote } from 'lucide-react';
import type { RelationshipId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import type { GraphNode, GraphRelationship } from '../../schema/records.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import { sayPostTime } from '../../schema/say-post.ts';
import { hintOf } from '../exploration/actions.ts';
import type { Exploration, ShownRelationship } from '../exploration/exploration.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';

/**
 * What the menu of a relationship offers: its facts, its ends, to edit and cite it, and what others are told of it. Of
 * several that join the same two it offers to choose one.
 */
export function relationshipMenuItems(
  { nodes }: Exploration,
  relationships: readonly ShownRelationship[],
  actions: NodeActions,
  onSelect: (id: RelationshipId) => void,
): readonly MenuItem[] {
  const [only, ...others] = relationships.map(({ record }) => record);
  if (!only) return [];
  const ends = [...new Set([only.from, only.to])].flatMap((end) => nodes.get(end)?.record ?? []);
  return [
    ...[only, ...others].map((record) => ({
      key: `select ${record.id}`,
      words: others.length === 0 ? 'Show its facts and sources' : `Show “${sayShortly(record)}”`,
      icon: <CircleDot />,
      onChoose: () => onSelect(record.id),
    })),
    ...ends.map((end) => goTo(end, actions)),
    ...(others.length === 0 ? itemsOfOne(only.id, actions) : []),
  ];
}

function itemsOfOne(id: RelationshipId, actions: NodeActions): readonly MenuItem[] {
  const edit = {
    key: 'edit',
    words: 'Edit the facts',
    icon: <PenLine />,
    hint: hintOf('edit'),
    onChoose: () => actions.edit(id),
  };
  return [
    ...(actions.mayWrite === false ? [] : [edit]),
    {
      key: 'cite',
      words: 'Cite',
      icon: <Quote />,
      hint: hintOf('cite'),
      onChoose: () => actions.cite(id),
    },
    {
      key: 'changes',
      words: 'Changes',
      icon: <History />,
      hint: hintOf('changes'),
      onChoose: () => actions.changes(id),
    },
  ];
}

function goTo({ id, type, properties }: GraphNode, actions: NodeActions): MenuItem {
  const { shape, tone } = nodeTypes[type].look;
  return {
    key: id,
    words: `Go to ${properties.name}`,
    icon: type === 'Judgement' ? <MoveRight /> : <ShapeIcon shape={shape} tone={`--tone-${tone}`} />,
    onChoose: () => actions.open(id),
  };
}

/** “was chair of, 2009 to 2014”: what tells it from the others. */
function sayShortly({ type, properties }: GraphRelationship): string {
  return [sayRelationship(type, 'out', properties), sayPostTime(properties)].filter(Boolean).join(', ');
}
