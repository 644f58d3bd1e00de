import type { NodeId } from '../../schema/ids.ts';
import { printCount } from '../../schema/print-count.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import type { Along } from '../api/neighbours.ts';
import type { Exploration, NeighbourCount } from '../exploration/exploration.ts';
import { neighboursNotShown } from '../exploration/visible.ts';
import { Dialog } from '../ui/Dialog.tsx';

interface ExpandChooserProps {
  readonly exploration: Exploration;
  readonly of: readonly NodeId[];
  /** Null brings in all. */
  readonly onChoose: (along: Along | null) => void;
  readonly onClose: () => void;
}

/** Which neighbours to bring in, with how many there are of each sort that are not on the canvas yet. */
export function ExpandChooser({ exploration, of, onChoose, onClose }: ExpandChooserProps) {
  const counts = sumCounts(of.map((id) => neighboursNotShown(exploration, id)));
  const all = counts.reduce((sum, { neighbours }) => sum + neighbours, 0);
  const [first] = of;
  const name =
    of.length === 1 && first
      ? exploration.nodes.get(first)?.record.properties.name
      : `${printCount(of.length)} nodes`;
  const choose = (along: Along | null) => {
    onClose();
    onChoose(along);
  };
  return (
    <Dialog title={`Expand ${name}`} onClose={onClose}>
      <p>{sayCounts(all, of.length)}</p>
      <ul className="chooser">
        {counts.map(({ type, direction, neighbours }) => (
          <li key={`${type} ${direction}`}>
            <button type="button" className="chooser-row" onClick={() => choose({ type, direction })}>
              <span>{sayRelationship(type, direction, {})}</span>
              <span className="chooser-count">{printCount(neighbours)}</span>
            </button>
          </li>
        ))}
        {counts.length > 1 && (
          <li>
            <button type="button" className="chooser-row chooser-all" onClick={() => choose(null)}>
              <span>All of them</span>
              <span className="chooser-count">{printCount(all)}</span>
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}

function sayCounts(all: number, of: number): string {
  if (all === 0) return `All that ${of === 1 ? 'it is' : 'they are'} related to is on the canvas.`;
  return of === 1 ? 'Not on the canvas yet:' : 'Not on the canvas yet, what several share counted for each:';
}

/** The counts of several nodes as those of one, in the order in which they first come. */
function sumCounts(lists: readonly (readonly NeighbourCount[])[]): readonly NeighbourCount[] {
  const sums = new Map<string, NeighbourCount>();
  for (const count of lists.flat()) {
    const key = `${count.type} ${count.direction}`;
    const neighbours = count.neighbours + (sums.get(key)?.neighbours ?? 0);
    sums.set(key, { ...count, neighbours });
  }
  return [...sums.values()];
}
