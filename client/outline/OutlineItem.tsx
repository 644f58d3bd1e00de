import { EllipsisVertical } from 'lucide-react';
import type { NodeId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { Exploration, ShownNode } from '../exploration/exploration.ts';
import { disputedJudgements, neighboursNotShown } from '../exploration/visible.ts';
import { RankChip } from '../ui/RankChip.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import './outline.css';

/** What the id of an item's element begins with; the node's own id follows. */
export const ITEM = 'outline-';

interface OutlineItemProps {
  readonly exploration: Exploration;
  readonly node: ShownNode;
  /** From 1. */
  readonly level: number;
  readonly below: readonly ShownNode[];
  /** Where the keyboard is within the tree. */
  readonly current: NodeId | undefined;
  readonly onSelect: (id: NodeId, adds: boolean) => void;
  readonly onMenu: (id: NodeId, at: { readonly x: number; readonly y: number }) => void;
}

/** One node of the tree, with those that stand below it. */
export function OutlineItem({ node: { record }, level, below, ...shared }: OutlineItemProps) {
  const { exploration, current, onSelect, onMenu } = shared;
  const { id, properties } = record;
  const state = sayState(exploration, record);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys, for all of its items.
    <div
      id={`${ITEM}${id}`}
      role="treeitem"
      aria-level={level}
      aria-selected={exploration.selection.includes(id)}
      aria-expanded={below.length > 0 ? true : undefined}
      aria-label={[properties.name, ...state].join(', ')}
      tabIndex={id === current ? 0 : -1}
      className="outline-item"
      onClick={(event) => {
        event.stopPropagation();
        onSelect(id, event.shiftKey);
      }}
    >
      <div className="outline-row">
        <ItemWords record={record} state={state.join(' · ')} />
        <button
          type="button"
          tabIndex={-1}
          className="outline-menu"
          aria-label={`What to do with ${properties.name}`}
          onClick={(event) => {
            event.stopPropagation();
            const box = event.currentTarget.getBoundingClientRect();
            onMenu(id, { x: box.left, y: box.bottom });
          }}
        >
          <EllipsisVertical aria-hidden="true" />
        </button>
      </div>
      {below.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group within a tree has no element of its own.
        <div role="group" aria-label={`Judgements of ${properties.name}`}>
          {below.map((child) => (
            <OutlineItem key={child.record.id} node={child} level={level + 1} below={[]} {...shared} />
          ))}
        </div>
      )}
    </div>
  );
}

interface ItemWordsProps {
  readonly record: GraphNode;
  readonly state: string;
}

function ItemWords({ record: { type, properties }, state }: ItemWordsProps) {
  const { look } = nodeTypes[type];
  const { name, area, areaAsPrinted, label, grade, date } = properties;
  const year = date?.earliest.slice(0, 4) ?? '';
  // Many inspections bear their year in their name.
  const note = [type === 'Inspection' && !name.includes(year) ? year : '', state].filter(Boolean).join(' · ');
  return (
    <>
      <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} size={12} />
      <span className={type === 'Quote' ? 'outline-name outline-quote' : 'outline-name'}>
        {type === 'Judgement' ? (areaAsPrinted ?? area) : name}{' '}
        {type === 'Judgement' && <RankChip label={label ?? 'no grade'} rank={grade?.rank} of={grade?.of} />}
        {note && <span className="outline-state"> {note}</span>}
      </span>
    </>
  );
}

function sayState(exploration: Exploration, { id, disputed }: GraphNode): readonly string[] {
  const more = neighboursNotShown(exploration, id).reduce((sum, { neighbours }) => sum + neighbours, 0);
  const isDisputed = disputed.length > 0 || disputedJudgements(exploration).has(id);
  return [
    exploration.pinned.has(id) ? 'pinned' : '',
    isDisputed ? 'disputed' : '',
    more > 0 ? `+${more}` : '',
  ].filter(Boolean);
}
