import { Dialog } from '../ui/Dialog.tsx';

interface KeyRow {
  readonly keys: string;
  readonly does: string;
}

const pageKeys: readonly KeyRow[] = [
  { keys: '/', does: 'search' },
  { keys: '?', does: 'this list' },
  { keys: 'W', does: 'find paths: from what is selected, or between two that are' },
  { keys: 'N', does: 'the next of the paths that were found; with Shift, the one before' },
  { keys: 'Ctrl Z', does: 'undo the last step' },
  { keys: 'Ctrl Shift Z', does: 'redo it' },
];

const nodeKeys: readonly KeyRow[] = [
  { keys: 'Arrows', does: 'walk along relationships, or up and down the outline' },
  { keys: 'Enter', does: 'select; with Shift, add to the selection' },
  { keys: 'E', does: 'expand: bring the neighbours in (or double click)' },
  { keys: 'C', does: 'collapse: take away what expanding brought' },
  { keys: 'H', does: 'hide' },
  { keys: 'P', does: 'pin to its place, or unpin (dragging pins)' },
  { keys: 'Delete', does: 'remove from the view, not from the graph' },
  { keys: 'F', does: 'fit everything into the window' },
  { keys: '+ −', does: 'zoom, when the canvas has the focus' },
  { keys: 'Shift drag', does: 'select all in a box' },
  { keys: 'Esc', does: 'let go of the selection, then of the time window' },
];

/** All keys, in one dialogue. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <h3 className="keys-head">Everywhere</h3>
      <Keys rows={pageKeys} />
      <h3 className="keys-head">On the canvas and in the outline</h3>
      <Keys rows={nodeKeys} />
    </Dialog>
  );
}

function Keys({ rows }: { readonly rows: readonly KeyRow[] }) {
  return (
    <dl className="keys">
      {rows.map(({ keys, does }) => (
        <div key={keys} className="keys-row">
          <dt>
            {keys.split(' ').map((key) => (
              <kbd key={key} className="key">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
