import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { sayFailure } from '../../api/failures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice, Placeholder } from '../../ui/Notice.tsx';
import type { ChangePages } from './use-change-pages.ts';

interface ChangeListProps<Each> {
  readonly label: string;
  readonly pages: ChangePages<Each>;
  /** What the button for the next page says. */
  readonly more: string;
  /** One change as an item of the list. */
  readonly children: (change: Each, names: ReadonlyMap<string, string>) => ReactNode;
}

/** Changes as far as they are fetched, with the way to more; or why there are none. */
export function ChangeList<Each>({ label, pages, more, children }: ChangeListProps<Each>) {
  const { state, isFetching } = pages;
  switch (state.kind) {
    case 'loading':
      return <Placeholder label="The changes are being fetched" lines={7} />;
    case 'failure': {
      const { title, text } = sayFailure(state.failure);
      return (
        <Notice
          title={title}
          icon={<History />}
          urgent
          action={state.failure.kind !== 'notFound' && <Button onClick={pages.again}>Try again</Button>}
        >
          {text}
        </Notice>
      );
    }
    case 'loaded': {
      const { found, names, next } = state.value;
      return (
        <>
          <ol aria-label={label}>{found.map((change) => children(change, names))}</ol>
          {next !== null && (
            <Button disabled={isFetching} onClick={() => void pages.more()}>
              {isFetching ? 'Fetching …' : more}
            </Button>
          )}
        </>
      );
    }
  }
}
