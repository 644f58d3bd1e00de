import { Compass, SearchX, ServerCrash, WifiOff } from 'lucide-react';
import type { NodeId, RelationshipId } from '../../schema/ids.ts';
import type { Failure } from '../api/failures.ts';
import { sayFailure } from '../api/failures.ts';
import { useDetail } from '../api/use-detail.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Placeholder } from '../ui/Notice.tsx';
import './inspector.css';
import type { NodeActions } from './Actions.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { RelationshipInspector } from './RelationshipInspector.tsx';

/** What is inspected: the last of the selection, whether it is on the canvas or was only linked to. */
export type Inspected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'relationship'; readonly id: RelationshipId };

interface InspectorProps {
  readonly inspected: Inspected;
  readonly selected: number;
  readonly actions: NodeActions;
}

/** The facts of what is selected, each with its sources. */
export function Inspector({ inspected, selected, actions }: InspectorProps) {
  const { state, again } = useDetail(inspected);
  switch (state.kind) {
    case 'idle':
      return (
        <Notice title="Nothing is selected" icon={<Compass />}>
          Choose something on the canvas, in the outline or by searching: its facts stand here, each with the
          document that it comes from. A double click on the canvas brings in what it is related to.
        </Notice>
      );
    case 'loading':
      return <Placeholder label="The facts are being fetched" lines={9} />;
    case 'failure':
      return <Failed failure={state.failure} onAgain={again} />;
    case 'node':
      return (
        <NodeInspector
          key={state.detail.node.record.id}
          detail={state.detail}
          selected={selected}
          actions={actions}
        />
      );
    case 'relationship':
      return (
        <RelationshipInspector key={state.detail.record.id} detail={state.detail} onOpen={actions.open} />
      );
  }
}

const failureIcons = { offline: <WifiOff />, notFound: <SearchX />, failed: <ServerCrash /> } as const;

function Failed({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) {
  const { title, text } = sayFailure(failure);
  return (
    <Notice
      title={title}
      icon={failureIcons[failure.kind]}
      urgent
      action={failure.kind !== 'notFound' && <Button onClick={onAgain}>Try again</Button>}
    >
      {text}
    </Notice>
  );
}
