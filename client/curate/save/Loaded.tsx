import type { ReactNode } from 'react';
import { type Loading, sayFailure } from '../../api/failures.ts';

interface LoadedProps<Value> {
  readonly state: Loading<Value>;
  readonly children: (value: Value) => ReactNode;
}

/** What depends on something that is still on its way; in its place that it is, or why it does not come. */
export function Loaded<Value>({ state, children }: LoadedProps<Value>) {
  switch (state.kind) {
    case 'loading':
      return <p className="form-note">Fetching …</p>;
    case 'failure':
      return <p className="form-note">{sayFailure(state.failure).title}.</p>;
    case 'loaded':
      return children(state.value);
  }
}
