import type { NodeId } from '../../schema/ids.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import type { Along } from '../api/load.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { neighboursNotShown } from '../exploration/visible.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface ExpandChooserProps {
  readonly exploration: Exploration;
  readonly of: NodeId;
  /** Null brings in all. */
  readonly onChoose: (along: Along | null) => void;
  readonly onClose: () => void;
}

/** Which neighbours to bring in, with how many there are of each sort that are not on the canvas yet. */
export function ExpandChooser({ exploration, of, onChoose, onClose }: ExpandChooserProps) {
  const counts = neighboursNotShown(exploration, of);
  const all = counts.reduce((sum, { neighbours }) => sum + neighbours, 0);
  const name = exploration.nodes.get(of)?.record.properties.name ?? of;
  const choose = (along: Along | null) => {
    onClose();
    onChoose(along);
  };
  return (
    <Dialog title={`Expand ${name}`} onClose={onClose}>
      <p>{all === 0 ? 'All that it is related to is on the canvas.' : 'Not on the canvas yet:'}</p>
      <ul className="chooser">
        {counts.map(({ type, direction, neighbours }) => (
          <li key={`${type} ${direction}`}>
            <button type="button" className="chooser-row" onClick={() => choose({ type, direction })}>
              <span>{sayRelationship(type, direction, {})}</span>
              <span className="chooser-count">{neighbours}</span>
            </button>
          </li>
        ))}
        {counts.length > 1 && (
          <li>
            <button type="button" className="chooser-row chooser-all" onClick={() => choose(null)}>
              <span>All of them</span>
              <span className="chooser-count">{all}</span>
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
