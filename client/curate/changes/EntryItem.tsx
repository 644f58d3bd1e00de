import { type NodeId, parseNodeId } from '../../../schema/ids.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import { printCount } from '../../../schema/print-count.ts';
import type { ChangedItem } from '../../api/curating/load-recent.ts';
import { ShapeIcon } from '../../ui/ShapeIcon.tsx';
import { Differences } from './Differences.tsx';
import { type Names, sayChangedRelationship, sayRelationshipHappened } from './say-change.ts';

interface EntryItemProps {
  readonly item: ChangedItem;
  readonly names: Names;
  readonly onOpen: (id: NodeId) => void;
}

/** What a change did to one record; its values before and after can be opened. */
export function EntryItem({ item, names, onOpen }: EntryItemProps) {
  const { record, happened, type, name, differences } = item;
  const node = parseNodeId(record);
  const isNode = node !== null && item.from === null;
  const row = isNode && type in nodeTypes ? nodeTypes[type as keyof typeof nodeTypes] : null;
  const words = isNode ? (name ?? record) : sayChangedRelationship(item, names);
  return (
    <li className="changed-item">
      <p>
        <span className="change-mark">{sayRelationshipHappened(item)}</span>{' '}
        {row && <ShapeIcon shape={row.look.shape} tone={`--tone-${row.look.tone}`} size={12} />}{' '}
        {isNode && happened !== 'REMOVED' ? (
          <button type="button" className="text-button" onClick={() => onOpen(node)}>
            {words}
          </button>
        ) : (
          words
        )}
      </p>
      {differences.length > 0 && (
        <details>
          <summary>
            {differences.length === 1 ? '1 value' : `${printCount(differences.length)} values`}
            <span className="visually-hidden"> of {words}</span>
          </summary>
          <Differences differences={differences} names={names} />
        </details>
      )}
    </li>
  );
}
