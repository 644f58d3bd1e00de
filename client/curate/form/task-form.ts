import type { SavedChange } from '../../api/curating/outcome.ts';
import type { PickBox } from './PickField.tsx';
import type { Picked } from './picked.ts';

/** What the form of each task gets. */
export interface TaskFormProps {
  /** The name of its draft. */
  readonly name: string;
  readonly box: PickBox;
  /** What is selected on the canvas, as fields offer it. */
  readonly selected: Picked | null;
  readonly onSaved: (saved: SavedChange) => void;
  readonly onClose: () => void;
}
