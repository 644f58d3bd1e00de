import { PackageOpen } from 'lucide-react';
import { cancelAll } from '../api/ask.ts';
import { sayFailure } from '../api/failures.ts';
import { useRecovery } from '../api/use-connection.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import './explorer.css';
import type { Workbench } from './use-workbench.ts';

/** Whether there is a graph to draw; without one `NoGraph` stands in its place. */
export function hasGraph({ opening, isReady }: Pick<Workbench['view'], 'opening' | 'isReady'>): boolean {
  return opening.kind === 'loaded' && isReady && countNodes(opening.value.totals.types) > 0;
}

/** Why there is nothing to draw, once that is known; null while there is a graph, or one is on its way. */
export function whyNoGraph(view: Pick<Workbench['view'], 'opening' | 'isReady'>): 'empty' | 'failed' | null {
  if (view.opening.kind === 'failure') return 'failed';
  return view.opening.kind === 'loaded' && view.isReady && !hasGraph(view) ? 'empty' : null;
}

/** Whether it is not known yet if there is a graph to draw. */
export function isOnItsWay(view: Pick<Workbench['view'], 'opening' | 'isReady'>): boolean {
  return !hasGraph(view) && whyNoGraph(view) === null;
}

/** Nodes of all types but judgements, which are chips of their inspections. */
export function countNodes(types: ReadonlyMap<string, number>): number {
  return [...types].reduce((sum, [type, count]) => (type === 'Judgement' ? sum : sum + count), 0);
}

/** The graph is on its way, cannot be had, or is empty. */
export function NoGraph({ view: { opening, begin } }: Pick<Workbench, 'view'>) {
  useRecovery(() => {
    if (opening.kind === 'failure') void begin();
  });
  if (opening.kind === 'failure') {
    const { title, text } = sayFailure(opening.failure, false);
    return (
      <div className="stage-notice">
        <Notice title={title} urgent action={<Button onClick={() => void begin()}>Try again</Button>}>
          {text}
        </Notice>
      </div>
    );
  }
  if (opening.kind === 'loading' || countNodes(opening.value.totals.types) > 0)
    return (
      <div className="stage-waiting" role="status">
        <p>Fetching the graph …</p>
        <Button look="quiet" onClick={cancelAll}>
          Cancel
        </Button>
      </div>
    );
  return (
    <div className="stage-notice">
      <Notice
        title="The graph is empty"
        icon={<PackageOpen />}
        action={<Button onClick={() => void begin()}>Look again</Button>}
      >
        There is nothing in this database. What lies in <code>seeds/</code> is read when the server starts
        with an empty database.
      </Notice>
    </div>
  );
}
