import { FileDown, PencilLine, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { printCount } from '../../schema/print-count.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import type { SavedView } from './shelf.ts';

interface ViewRowProps {
  readonly view: SavedView;
  readonly onOpen: () => void;
  readonly onReplace: () => void;
  /** Tells whether the name could be given. */
  readonly onRename: (to: string) => boolean;
  readonly onSaveFile: () => void;
  readonly onRemove: () => void;
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A saved view: when it was saved, how many nodes it has, and what can be done with it. */
export function ViewRow({ view, onOpen, onReplace, onRename, onSaveFile, onRemove }: ViewRowProps) {
  const { name, savedAt, nodes } = view;
  const [renamed, setRenamed] = useState<string | null>(null);
  const says = `${printCount(nodes)} ${nodes === 1 ? 'node' : 'nodes'}, ${dates.format(new Date(savedAt))}`;
  if (renamed !== null)
    return (
      <li className="views-item">
        <input
          className="views-name"
          aria-label={`New name of ${name}`}
          value={renamed}
          maxLength={80}
          onChange={(event) => setRenamed(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && onRename(renamed)) setRenamed(null);
          }}
        />
        <Button onClick={() => onRename(renamed) && setRenamed(null)}>Rename</Button>
        <Button look="quiet" onClick={() => setRenamed(null)}>
          Cancel
        </Button>
      </li>
    );
  return (
    <li className="views-item">
      <button type="button" className="views-open" onClick={onOpen}>
        <span className="views-title">{name}</span>
        <span className="views-says">{says}</span>
      </button>
      <IconButton label={`Replace ${name} by what you see`} icon={<RefreshCw />} onClick={onReplace} />
      <IconButton label={`Rename ${name}`} icon={<PencilLine />} onClick={() => setRenamed(name)} />
      <IconButton label={`Save ${name} as a file`} icon={<FileDown />} onClick={onSaveFile} />
      <IconButton label={`Delete ${name}`} icon={<Trash2 />} onClick={onRemove} />
    </li>
  );
}
