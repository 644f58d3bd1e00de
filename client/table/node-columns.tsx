import { nodeTypes } from '../../schema/node-types.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import { printCount } from '../../schema/print-count.ts';
import type { Exploration, ShownNode } from '../exploration/exploration.ts';
import { relationshipsOf } from '../exploration/relationships-of.ts';
import { countNotShown } from '../exploration/say-standing.ts';
import { isDisputed, visibleNodes } from '../exploration/visible.ts';
import { RankChip } from '../ui/RankChip.tsx';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import type { Column, RowOf } from './column.ts';

export interface NodeRow extends RowOf {
  readonly node: ShownNode;
}

export function nodeRows(state: Exploration): readonly NodeRow[] {
  return visibleNodes(state).map((node) => ({ id: node.record.id, node }));
}

/** What can be said of every node; the exploration is asked for how it stands on the view. */
export function nodeColumns(state: Exploration): readonly Column<NodeRow>[] {
  const onView = ({ node }: NodeRow) => relationshipsOf(state, node.record.id).length;
  return [
    {
      key: 'name',
      head: 'Name',
      width: 220,
      text: ({ node }) => node.record.properties.name,
      orderBy: ({ node }) => node.record.properties.name.replace(/^[“‘]/, ''),
      draw: ({ node }) => <Name {...node} />,
    },
    { key: 'type', head: 'Type', width: 104, text: ({ node }) => nodeTypes[node.record.type].words.one },
    { key: 'kind', head: 'Kind', width: 116, text: ({ node }) => node.record.properties.kind ?? '' },
    {
      key: 'date',
      head: 'Date',
      width: 128,
      text: ({ node }) => (node.record.properties.date ? printPartialDate(node.record.properties.date) : ''),
      orderBy: ({ node }) => node.record.properties.date?.earliest ?? '',
    },
    {
      key: 'grade',
      head: 'Grade',
      width: 156,
      text: ({ node }) => node.record.properties.label ?? '',
      orderBy: ({ node }) => node.record.properties.grade?.rank ?? node.record.properties.label ?? '',
      draw: ({ node }) => <Grade {...node} />,
    },
    {
      key: 'sources',
      head: 'Sources',
      width: 84,
      isNumber: true,
      text: ({ node }) => printCount(node.documents.length),
      orderBy: ({ node }) => node.documents.length,
    },
    {
      key: 'relationships',
      head: 'Related',
      width: 84,
      isNumber: true,
      text: (row) => printCount(onView(row)),
      orderBy: onView,
    },
    {
      key: 'more',
      head: 'Not shown',
      width: 96,
      isNumber: true,
      text: ({ node }) => sayCount(countNotShown(state, node)),
      orderBy: ({ node }) => countNotShown(state, node),
    },
    {
      key: 'disputed',
      head: 'Disputed',
      width: 92,
      text: ({ node }) => (isDisputed(state, node) ? 'disputed' : ''),
    },
    {
      key: 'standing',
      head: 'On the view',
      width: 128,
      text: ({ node: { record } }) =>
        [state.pinned.has(record.id) ? 'pinned' : '', state.expansions.has(record.id) ? 'expanded' : '']
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'documents',
      head: 'Documents',
      width: 220,
      isHiddenAtFirst: true,
      text: ({ node }) => node.documents.map(({ name }) => name).join('; '),
    },
    {
      key: 'note',
      head: 'Note',
      width: 220,
      isHiddenAtFirst: true,
      text: ({ node }) => node.record.properties.note ?? '',
    },
    { key: 'id', head: 'Id', width: 200, isHiddenAtFirst: true, text: ({ id }) => id },
  ];
}

/** Zero is not worth a cell to be read. */
function sayCount(count: number): string {
  return count === 0 ? '' : printCount(count);
}

function Name({ record: { type, properties } }: ShownNode) {
  const { shape, tone } = nodeTypes[type].look;
  return (
    <span className={type === 'Quote' ? 'table-name table-quote' : 'table-name'}>
      <ShapeIcon shape={shape} tone={`--tone-${tone}`} size={12} />
      <span className="table-words">{properties.name}</span>
    </span>
  );
}

function Grade({ record: { properties } }: ShownNode) {
  const { label, grade } = properties;
  return label ? <RankChip label={label} rank={grade?.rank} of={grade?.of} /> : null;
}
