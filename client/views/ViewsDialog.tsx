import { FileDown, FolderOpen } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { putView, removeView, renameView, type SavedView, tidyName } from './shelf.ts';
import { useShelf } from './use-shelf.ts';
import { ViewRow } from './ViewRow.tsx';
import './views.css';

interface ViewsDialogProps {
  /** A name to begin with. */
  readonly title: string;
  /** The view as it is now, as text; null where it cannot be written, which was told. */
  readonly encode: () => Promise<Pick<SavedView, 'text' | 'nodes'> | null>;
  /** Opens a view; told where that fails. */
  readonly onOpen: (text: string, name: string) => void;
  readonly onOpenFile: (file: File) => void;
  readonly onSaveFile: (text: string, name: string) => void;
  readonly onClose: () => void;
}

/** What has just happened, said within the dialogue, since it covers the messages of the page. */
interface News {
  readonly words: string;
  readonly undo?: () => void;
}

const full: News = {
  words:
    'The browser has no room left for this view. Save it as a file, or delete one that you do not need. Nothing was lost.',
};

/** Views that are kept under a name in this browser, and the way into files and out of them. */
export function ViewsDialog(props: ViewsDialogProps) {
  const { encode, onOpen, onOpenFile, onSaveFile, onClose } = props;
  const { shelf, isDamaged, change } = useShelf();
  const [name, setName] = useState(props.title);
  const [news, setNews] = useState<News | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const kept = shelf.some((each) => each.name === tidyName(name));
  const put = async (as: string) => {
    const encoded = await encode();
    if (!encoded) return;
    const view = { ...encoded, name: as, savedAt: new Date().toISOString() };
    if (change((before) => putView(before, view))) setNews({ words: `Saved: ${as}` });
    else setNews(full);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (tidyName(name) !== '') void put(tidyName(name));
  };
  const remove = (view: SavedView) => {
    if (!change((before) => removeView(before, view.name))) return setNews(full);
    const putBack = () => setNews(change((before) => putView(before, view)) ? null : full);
    setNews({ words: `Deleted: ${view.name}`, undo: putBack });
  };
  const rename = (view: SavedView, to: string) => {
    const isTaken = renameView(shelf, view.name, to) === null;
    if (isTaken) setNews({ words: 'Another view has this name, or it is none.' });
    else if (!change((before) => renameView(before, view.name, to) ?? before)) setNews(full);
    return !isTaken;
  };
  return (
    <Dialog title="Views" onClose={onClose}>
      <form className="views-save" onSubmit={save}>
        <label htmlFor={id}>Save what you see in this browser, as</label>
        <div className="views-row">
          <input
            id={id}
            className="views-name"
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <Button look="strong" onClick={() => tidyName(name) !== '' && void put(tidyName(name))}>
            {kept ? 'Replace' : 'Save'}
          </Button>
        </div>
        <div className="views-row">
          <Button
            icon={<FileDown />}
            onClick={() =>
              void encode().then((view) => view && onSaveFile(view.text, tidyName(name) || 'view'))
            }
          >
            Save view as a file
          </Button>
          <Button icon={<FolderOpen />} onClick={() => file.current?.click()}>
            Open a file …
          </Button>
          <input
            ref={file}
            className="visually-hidden"
            type="file"
            accept=".json,application/json"
            tabIndex={-1}
            aria-label="File of a view"
            onChange={({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen) onOpenFile(chosen);
            }}
          />
        </div>
      </form>
      <div className="views-news" role="status">
        {news && <span>{news.words}</span>}
        {news?.undo && (
          <Button look="quiet" onClick={news.undo}>
            Undo
          </Button>
        )}
      </div>
      {isDamaged && (
        <p role="alert" className="views-damaged">
          Some of the saved views could not be read and are left out. What was stored is kept aside.
        </p>
      )}
      {shelf.length === 0 ? (
        <p>No view is saved in this browser yet.</p>
      ) : (
        <ul className="views-list" aria-label="Saved views">
          {shelf.map((view) => (
            <ViewRow
              key={view.name}
              view={view}
              onOpen={() => onOpen(view.text, view.name)}
              onReplace={() => void put(view.name)}
              onRename={(to) => rename(view, to)}
              onSaveFile={() => onSaveFile(view.text, view.name)}
              onRemove={() => remove(view)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
