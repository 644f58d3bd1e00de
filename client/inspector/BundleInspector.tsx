import type { RelationshipId } from '../../schema/ids.ts';
import { printCount } from '../../schema/print-count.ts';
import { sayRelationship } from '../../schema/relationship-types.ts';
import { sayFailure } from '../api/failures.ts';
import { useDetail } from '../api/use-detail.ts';
import type { NodeActions } from '../exploration/node-actions.ts';
import { Button } from '../ui/Button.tsx';
import { failureIcons } from '../ui/failure-icons.tsx';
import { Notice, Placeholder } from '../ui/Notice.tsx';
import { Joined, RelationshipBody } from './RelationshipInspector.tsx';

interface BundleInspectorProps {
  /** More than one, all between the same two nodes. */
  readonly ids: readonly RelationshipId[];
  readonly actions: NodeActions;
}

/** Relationships that are one line on the canvas: each by itself, with what it rests on. */
export function BundleInspector({ ids, actions }: BundleInspectorProps) {
  return (
    <article className="inspector" aria-labelledby="inspected-name">
      <header className="inspector-head">
        <h2 id="inspected-name" className="bundle-name">
          {printCount(ids.length)} relationships between the same two
        </h2>
      </header>
      {ids.map((id, index) => (
        <BundlePart key={id} id={id} place={`${index + 1} of ${ids.length}`} actions={actions} />
      ))}
    </article>
  );
}

interface BundlePartProps {
  readonly id: RelationshipId;
  readonly place: string;
  readonly actions: NodeActions;
}

function BundlePart({ id, place, actions }: BundlePartProps) {
  const { state, again } = useDetail({ kind: 'relationship', id });
  if (state.kind === 'failure') {
    const { title, text } = sayFailure(state.failure);
    return (
      <Notice
        title={title}
        icon={failureIcons[state.failure.kind]}
        urgent
        action={<Button onClick={again}>Try again</Button>}
      >
        {text}
      </Notice>
    );
  }
  if (state.kind !== 'relationship') return <Placeholder label="The facts are being fetched" lines={4} />;
  const { detail } = state;
  const { record, start, end } = detail;
  const words = sayRelationship(record.type, 'out', record.properties);
  return (
    <section
      className="bundle-part"
      aria-label={`${place}: ${start.record.properties.name} ${words} ${end.record.properties.name}`}
    >
      <p className="inspector-type">
        <span>{place}</span>
        {record.disputed.length > 0 && <span className="disputed-mark">disputed</span>}
      </p>
      <Joined start={start.record} words={words} end={end.record} onOpen={actions.open} />
      <RelationshipBody detail={detail} actions={actions} of={`, ${place}`} />
    </section>
  );
}
