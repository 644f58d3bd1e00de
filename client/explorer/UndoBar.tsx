import { History, Redo2, Undo2 } from 'lucide-react';
import './explorer.css';

interface UndoBarProps {
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onHistory: () => void;
}

/** The last step in words, and the way back and forward; one of the labels is there. */
export function UndoBar({ undoLabel, redoLabel, onUndo, onRedo, onHistory }: UndoBarProps) {
  return (
    <div className="card undo-bar" role="toolbar" aria-label="History of this view">
      <button
        type="button"
        className="card-button undo-words"
        disabled={undoLabel === null}
        title={undoLabel === null ? 'Nothing to undo' : `Undo “${undoLabel}” (Ctrl+Z)`}
        onClick={onUndo}
      >
        <Undo2 aria-hidden="true" />
        <span>
          {undoLabel === null ? 'Nothing to undo' : 'Undo'}
          {undoLabel !== null && <span className="wide-words"> “{undoLabel}”</span>}
        </span>
      </button>
      <button
        type="button"
        className="card-button"
        disabled={redoLabel === null}
        aria-label={redoLabel === null ? 'Nothing to redo' : `Redo “${redoLabel}”`}
        title={redoLabel === null ? 'Nothing to redo' : `Redo “${redoLabel}” (Ctrl+Shift+Z)`}
        onClick={onRedo}
      >
        <Redo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        className="card-button"
        aria-label="History (U)"
        title="History: every step (U)"
        onClick={onHistory}
      >
        <History aria-hidden="true" />
      </button>
    </div>
  );
}
