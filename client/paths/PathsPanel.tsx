import { Route, SearchX } from 'lucide-react';
import type { NodeId } from '../../schema/ids.ts';
import { type Failure, sayFailure } from '../api/failures.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { Button } from '../ui/Button.tsx';
import { failureIcons } from '../ui/failure-icons.tsx';
import { Notice, Placeholder } from '../ui/Notice.tsx';
import { describePath } from './describe-path.ts';
import type { FoundPaths } from './found-path.ts';
import { type EndBox, PathEndsForm } from './PathEndsForm.tsx';
import { PathList } from './PathList.tsx';
import './paths.css';
import { hopsAtMost, type Paths } from './use-paths.ts';

interface PathsPanelProps {
  readonly paths: Paths;
  readonly exploration: Exploration;
  readonly endBox: EndBox;
  readonly onOpen: (id: NodeId) => void;
}

/** The shortest paths between two nodes, in words, of which one is lit on the canvas. */
export function PathsPanel({ paths, exploration, endBox, onOpen }: PathsPanelProps) {
  return (
    <div className="paths">
      <h2 className="visually-hidden">Paths between two nodes</h2>
      <PathEndsForm ends={paths.ends ?? { from: null, to: null }} endBox={endBox} onChange={paths.ask} />
      <p className="visually-hidden" role="status">
        {sayState(paths)}
      </p>
      <Body paths={paths} exploration={exploration} onOpen={onOpen} />
    </div>
  );
}

function Body({ paths, exploration, onOpen }: Omit<PathsPanelProps, 'endBox'>) {
  const { answer, ends } = paths;
  if (ends?.from && ends.from.id === ends.to?.id)
    return <Notice title="Both ends are the same">Choose another start or another end.</Notice>;
  switch (answer.kind) {
    case 'idle':
      return (
        <Notice title="How are two things connected?" icon={<Route />}>
          Choose a start and an end. The shortest paths between them are found whichever way the relationships
          point, and lit on the canvas.
        </Notice>
      );
    case 'loading':
      return <Placeholder label="Looking for paths" lines={7} />;
    case 'failure':
      return <Failed failure={answer.failure} onAgain={paths.again} />;
    case 'loaded':
      if (answer.value.paths.length === 0) return <NoPath paths={paths} found={answer.value} />;
      return <PathList paths={paths} found={answer.value} exploration={exploration} onOpen={onOpen} />;
  }
}

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

function NoPath({ paths, found }: { readonly paths: Paths; readonly found: FoundPaths }) {
  return (
    <Notice
      title={sayNoPath(paths)}
      icon={<SearchX />}
      action={
        paths.maxHops < hopsAtMost && (
          <Button onClick={paths.lookFurther}>{`Look further (${hopsAtMost})`}</Button>
        )
      }
    >
      {found.truncated
        ? 'There was more to look through than one search takes, so that there may be one.'
        : paths.maxHops === hopsAtMost && 'No search goes further than this.'}
    </Notice>
  );
}

function sayNoPath({ maxHops }: Paths): string {
  return `No path within ${maxHops} hops`;
}

/** What a screen reader hears; a failure is an alert of its own. */
function sayState(paths: Paths): string {
  const { answer, at } = paths;
  if (answer.kind !== 'loaded') return '';
  const path = answer.value.paths[at];
  if (!path) return sayNoPath(paths);
  const { hops, words } = describePath(path);
  return `Path ${at + 1} of ${answer.value.paths.length}, ${hops}: ${words}`;
}
