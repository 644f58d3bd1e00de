import { EyeOff } from 'lucide-react';
import { printCount } from '../../../schema/print-count.ts';
import type { Command } from '../../exploration/commands.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface NothingSeenProps {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
}

/** On a canvas with nothing on it that can be seen: why, and how to see it. */
export function NothingSeen({ exploration, run }: NothingSeenProps) {
  const { nodes, hidden } = exploration;
  if (nodes.size === 0)
    return (
      <div className="stage-notice stage-over">
        <Notice title="Nothing is on the canvas">
          Search for a person, a body, an inspection or a quote, or choose a starting view in the legend.
        </Notice>
      </div>
    );
  const filtered = nodes.size - hidden.size;
  return (
    <div className="stage-notice stage-over">
      <Notice
        title="Nothing can be seen"
        icon={<EyeOff />}
        action={
          <>
            {filtered > 0 && (
              <Button onClick={() => run({ kind: 'clearFilters' })}>Take the filters away</Button>
            )}
            {hidden.size > 0 && (
              <Button onClick={() => run({ kind: 'reveal', ids: [...hidden] })}>Show what is hidden</Button>
            )}
          </>
        }
      >
        {[
          filtered > 0 ? `Filters leave out ${count(filtered)}.` : '',
          hidden.size > 0 ? `By hand ${count(hidden.size)} ${hidden.size === 1 ? 'is' : 'are'} hidden.` : '',
        ].join(' ')}
      </Notice>
    </div>
  );
}

function count(nodes: number): string {
  return nodes === 1 ? 'one node' : `${printCount(nodes)} nodes`;
}
