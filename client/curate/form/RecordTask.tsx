import { PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CurrentRecord, loadCurrent } from '../../api/curating/load-current.ts';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Placeholder } from '../../ui/Notice.tsx';
import { useLoaded } from '../save/use-loaded.ts';

interface RecordTaskProps {
  readonly id: CurrentRecord['id'];
  readonly children: (record: CurrentRecord) => ReactNode;
}

/** A task at one record, once that was read as it stands now. */
export function RecordTask({ id, children }: RecordTaskProps) {
  const { state, again } = useLoaded(id, loadCurrent);
  return (
    <TaskState state={state} onAgain={again}>
      {children}
    </TaskState>
  );
}

interface TaskStateProps<Value> {
  readonly state: ReturnType<typeof useLoaded<string, Value>>['state'];
  readonly onAgain: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** A task once what it is about was read. */
export function TaskState<Value>({ state, onAgain, children }: TaskStateProps<Value>) {
  switch (state.kind) {
    case 'loading':
      return <Placeholder label="What is to be changed is being fetched" lines={7} />;
    case 'failure': {
      const { title, text } = sayFailure(state.failure);
      return (
        <Notice
          title={title}
          icon={<PenLine />}
          urgent
          action={state.failure.kind !== 'notFound' && <Button onClick={onAgain}>Try again</Button>}
        >
          {text}
        </Notice>
      );
    }
    case 'loaded':
      return children(state.value);
  }
}
