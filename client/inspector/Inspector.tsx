import { Compass } from 'lucide-react';
import type { RelationshipId } from '../../schema/ids.ts';
import type { Failure } from '../api/failures.ts';
import { sayFailure } from '../api/failures.ts';
import { type Inspected, useDetail } from '../api/use-detail.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import { Button } from '../ui/Button.tsx';
import { failureIcons } from '../ui/failure-icons.tsx';
import { Notice, Placeholder } from '../ui/Notice.tsx';
import './inspector.css';
import { BundleInspector } from './BundleInspector.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { RelationshipInspector } from './RelationshipInspector.tsx';

interface InspectorProps {
  readonly inspected: Inspected;
  /** Why there is nothing that could be selected; null where there is. */
  readonly noGraph: 'empty' | 'failed' | null;
  readonly selected: number;
  /** The relationships that are one line with what is inspected, itself among them; none for a node. */
  readonly bundle: readonly RelationshipId[];
  readonly actions: NodeActions;
}

/** The facts of what is selected, each with its sources. */
export function Inspector(props: InspectorProps) {
  const { bundle, actions } = props;
  return bundle.length > 1 ? <BundleInspector ids={bundle} actions={actions} /> : <OneInspected {...props} />;
}

function OneInspected({ inspected, noGraph, selected, actions }: InspectorProps) {
  const { state, again } = useDetail(inspected);
  switch (state.kind) {
    case 'idle':
      return <NothingSelected noGraph={noGraph} actions={actions} />;
    case 'loading':
      return <Placeholder label="The facts are being fetched" lines={9} />;
    case 'failure':
      return <Failed inspected={inspected} failure={state.failure} onAgain={again} />;
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
      return <RelationshipInspector key={state.detail.record.id} detail={state.detail} actions={actions} />;
  }
}

const whatToChoose = {
  some: 'Choose something on the canvas, in the outline or by searching: its facts stand here, each with the document that it comes from. A double click on the canvas brings in what it is related to.',
  empty:
    'There is nothing to choose yet. The facts of what is added to the graph stand here, each with the document that it comes from.',
  failed: 'The graph could not be fetched, so that there is nothing to choose from.',
} as const;

function NothingSelected({ noGraph, actions }: Pick<InspectorProps, 'noGraph' | 'actions'>) {
  const ways = (
    <>
      <Button onClick={actions.recentChanges}>Recent changes</Button>
      {actions.mayWrite && <Button onClick={actions.create}>Add an entity</Button>}
    </>
  );
  return (
    <Notice title="Nothing is selected" icon={<Compass />} action={noGraph === 'failed' ? null : ways}>
      {whatToChoose[noGraph ?? 'some']}
    </Notice>
  );
}

interface FailedProps {
  readonly inspected: Inspected;
  readonly failure: Failure;
  readonly onAgain: () => void;
}

function Failed({ inspected, failure, onAgain }: FailedProps) {
  const { title, text } = sayFailure(failure);
  return (
    <Notice
      title={title}
      icon={failureIcons[failure.kind]}
      urgent
      action={failure.kind !== 'notFound' && <Button onClick={onAgain}>Try again</Button>}
    >
      {text}
      {inspected.kind !== 'nothing' && <p className="failed-id">{inspected.id}</p>}
    </Notice>
  );
}
