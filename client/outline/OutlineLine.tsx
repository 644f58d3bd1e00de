import { ArrowRight, ChevronDown, ChevronRight, EllipsisVertical } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import { nodeTypes } from '../../schema/node-types.ts';
import { printCount } from '../../schema/print-count.ts';
import type { GraphNode } from '../../schema/records.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { sayStanding } from '../exploration/say-standing.ts';
import { RankChip } from '../ui/RankChip.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import type { OutlineRow } from './list-rows.ts';
import './outline.css';
import { noteOf, sayRow, sayWords } from './say-row.ts';

interface OutlineLineProps {
  readonly exploration: Exploration;
  readonly row: OutlineRow;
  readonly index: number;
  /** Where it begins, in pixels from the top of the list. */
  readonly start: number;
  readonly isCurrent: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onFocus: () => void;
  readonly onChoose: (event: MouseEvent) => void;
  readonly onOpen: (depth: number) => void;
  readonly onWalk: (to: NodeId) => void;
  readonly onExpand: (id: NodeId) => void;
  readonly onMenu: (id: NodeId | RelationshipId, at: { readonly x: number; readonly y: number }) => void;
}

/** One line of the outline: an item of the tree, whose keys are the tree's. */
export function OutlineLine(props: OutlineLineProps) {
  const { exploration, row, index, start, isCurrent, measure, onFocus, onChoose, onExpand, onMenu } = props;
  const id =
    row.kind === 'relationship' ? row.relationship.record.id : row.kind === 'node' && row.node.record.id;
  const depth = 'opening' in row && row.opening.deepest > 0 ? row.opening.depth : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys, for all of its items.
    <div
      ref={measure}
      data-index={index}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.nth}
      aria-setsize={row.siblings}
      aria-selected={id ? exploration.selection.includes(id) : undefined}
      aria-expanded={depth === null ? undefined : depth > 0}
      aria-label={sayRow(exploration, row)}
      tabIndex={isCurrent ? 0 : -1}
      className={`outline-item outline-${row.kind}`}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={onFocus}
      onClick={onChoose}
      onDoubleClick={() => row.kind === 'node' && onExpand(row.node.record.id)}
      onContextMenu={(event) => {
        if (!id) return;
        event.preventDefault();
        onMenu(id, { x: event.clientX, y: event.clientY });
      }}
    >
      <div className="outline-row" style={{ marginInlineStart: (row.level - 1) * 12 }}>
        <Opener {...props} />
        <Words exploration={exploration} row={row} />
        <RowButton {...props} />
      </div>
    </div>
  );
}

/** Opens one step more, and closes what is wholly open. */
function Opener({ row, onOpen }: OutlineLineProps) {
  if (!('opening' in row) || row.opening.deepest === 0) return <span className="outline-opener" />;
  const { depth, deepest } = row.opening;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="outline-opener"
      aria-label={depth < deepest ? 'Open' : 'Close'}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(depth < deepest ? depth + 1 : 0);
      }}
    >
      {depth < deepest ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
    </button>
  );
}

function RowButton({ row, onWalk, onMenu }: OutlineLineProps) {
  if (row.kind === 'relationship') {
    const { id, properties } = row.far.record;
    return (
      <button
        type="button"
        tabIndex={-1}
        className="outline-button"
        aria-label={`Go to ${properties.name}`}
        title={`Go to ${properties.name}`}
        onClick={(event) => {
          event.stopPropagation();
          onWalk(id);
        }}
      >
        <ArrowRight aria-hidden="true" />
      </button>
    );
  }
  if (row.kind === 'hidden') return <span className="text-button">show again</span>;
  if (row.kind !== 'node') return null;
  const { id, properties } = row.node.record;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="outline-button"
      aria-label={`What to do with ${properties.name}`}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        onMenu(id, { x: box.left, y: box.bottom });
      }}
    >
      <EllipsisVertical aria-hidden="true" />
    </button>
  );
}

function Words({ exploration, row }: Pick<OutlineLineProps, 'exploration' | 'row'>) {
  switch (row.kind) {
    case 'type':
      return (
        <span className="outline-heading">
          {nodeTypes[row.type].words.many} <span className="outline-count">{printCount(row.count)}</span>
        </span>
      );
    case 'hiddenGroup':
      return (
        <span className="outline-heading">
          hidden <span className="outline-count">{printCount(row.count)}</span>
        </span>
      );
    case 'hidden':
      return <NodeWords record={row.node.record} state="" />;
    case 'node':
      return <NodeWords record={row.node.record} state={sayStanding(exploration, row.node).join(' · ')} />;
    case 'relationship':
      return (
        <span className="outline-name">
          <span className="outline-state">{sayWords(row)}</span> {row.far.record.properties.name}
          {noteOf(row).length > 0 && <span className="outline-state"> {noteOf(row).join(' · ')}</span>}
        </span>
      );
  }
}

interface NodeWordsProps {
  readonly record: GraphNode;
  readonly state: string;
}

function NodeWords({ record: { type, properties }, state }: NodeWordsProps) {
  const { look } = nodeTypes[type];
  const { name, area, areaAsPrinted, label, grade, date } = properties;
  const year = date?.earliest.slice(0, 4) ?? '';
  // Many inspections bear their year in their name.
  const note = [type === 'Inspection' && !name.includes(year) ? year : '', state].filter(Boolean).join(' · ');
  return (
    <>
      {type !== 'Judgement' && <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} size={12} />}
      <span className={type === 'Quote' ? 'outline-name outline-quote' : 'outline-name'}>
        {type === 'Judgement' ? (areaAsPrinted ?? area) : name}{' '}
        {type === 'Judgement' && <RankChip label={label ?? 'no grade'} rank={grade?.rank} of={grade?.of} />}
        {note && <span className="outline-state"> {note}</span>}
      </span>
    </>
  );
}
