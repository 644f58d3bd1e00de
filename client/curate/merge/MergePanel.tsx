import { Merge } from 'lucide-react';
import { useState } from 'react';
import { type NodeId, parseNodeId } from '../../../schema/ids.ts';
import { nodeTypes } from '../../../schema/node-types.ts';
import type { Outcome } from '../../api/failures.ts';
import { loadNodeDetail } from '../../api/load-detail.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PickField } from '../form/PickField.tsx';
import { TaskState } from '../form/RecordTask.tsx';
import type { TaskFormProps } from '../form/task-form.ts';
import { useLoaded } from '../save/use-loaded.ts';
import { MergeForm } from './MergeForm.tsx';
import type { Pair } from './merge-draft.ts';

interface MergePanelProps extends TaskFormProps {
  /** One or two; a second that is missing is picked. */
  readonly ids: readonly NodeId[];
}

/** Makes two nodes that stand for the same thing one, seen side by side before. */
export function MergePanel({ ids, ...rest }: MergePanelProps) {
  const [picked, pick] = useState<NodeId | null>(null);
  const [first, second = picked] = ids;
  if (!first) return null;
  if (!second) return <Second id={first} {...rest} onPick={pick} />;
  return <Two key={`${first} ${second}`} pair={`${first} ${second}`} {...rest} />;
}

function Second({
  id,
  box,
  selected,
  onPick,
}: TaskFormProps & { readonly id: NodeId; readonly onPick: (id: NodeId) => void }) {
  const { state, again } = useLoaded(id, (wanted) => loadNodeDetail(wanted, { fresh: true }));
  return (
    <TaskState state={state} onAgain={again}>
      {({ node: { record } }) => (
        <div className="form">
          <h2>Merge {record.properties.name}</h2>
          <PickField
            label={`With which other ${nodeTypes[record.type].words.one}`}
            says="Or select two of one type, then press M."
            types={[record.type]}
            picked={[]}
            box={box}
            selected={selected && selected.id !== id ? selected : null}
            onChange={([chosen]) => chosen && onPick(chosen.id)}
          />
        </div>
      )}
    </TaskState>
  );
}

function Two({ pair, ...rest }: TaskFormProps & { readonly pair: string }) {
  const { state, again } = useLoaded(pair, loadPair);
  return (
    <TaskState state={state} onAgain={again}>
      {(both) => {
        const [a, b] = both.map(({ node }) => node.record);
        if (!a || !b || a.id === b.id || a.type !== b.type)
          return (
            <Notice title="These two cannot be merged" icon={<Merge />}>
              {a?.id === b?.id
                ? 'They are one and the same already.'
                : 'Only two of one type can stand for the same thing.'}
            </Notice>
          );
        return <MergeForm {...rest} pair={both} />;
      }}
    </TaskState>
  );
}

async function loadPair(pair: string): Promise<Outcome<Pair>> {
  const [first, second] = await Promise.all(
    pair.split(' ').flatMap((text) => {
      const id = parseNodeId(text);
      return id ? [loadNodeDetail(id, { fresh: true })] : [];
    }),
  );
  if (!first || !second) return { kind: 'failure', failure: { kind: 'notFound' } };
  if (first.kind === 'failure') return first;
  if (second.kind === 'failure') return second;
  return { kind: 'loaded', value: [first.value, second.value] };
}
