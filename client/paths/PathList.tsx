import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { describePath, sayHops } from './describe-path.ts';
import type { FoundPath, FoundPaths } from './found-path.ts';
import { PathChain } from './PathChain.tsx';
import { planShowing } from './plan-showing.ts';
import { hopsAtMost, type Paths } from './use-paths.ts';

interface PathListProps {
  readonly paths: Paths;
  readonly found: FoundPaths;
  readonly exploration: Exploration;
  readonly onOpen: (id: NodeId) => void;
}

/** The paths, the one that is lit written out and the others by what lies between. */
export function PathList({ paths, found, exploration, onOpen }: PathListProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The box in which the end was chosen is gone, and left the focus to the page or to the panel.
    if (document.activeElement?.matches('body, .panel-body')) head.current?.focus();
  }, []);
  const count = found.paths.length;
  const longest = found.paths.at(-1)?.relationships.length ?? 0;
  return (
    <section aria-labelledby="paths-found">
      <div className="path-steps">
        <h3 id="paths-found" ref={head} tabIndex={-1}>
          {count === 1 ? 'One path' : `Path ${paths.at + 1} of ${count}`}
        </h3>
        {count > 1 && (
          <>
            <IconButton label="Previous path (Shift N)" icon={<ChevronUp />} onClick={() => paths.step(-1)} />
            <IconButton label="Next path (N)" icon={<ChevronDown />} onClick={() => paths.step(1)} />
          </>
        )}
      </div>
      <ol className="path-list">
        {found.paths.map((path, index) => (
          <PathItem
            key={path.relationships.map(({ record }) => record.id).join()}
            path={path}
            isLit={index === paths.at}
            filtered={index === paths.at ? planShowing(exploration, path).filtered : 0}
            onChoose={() => paths.choose(index)}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {found.truncated && (
        <p className="path-note">{`There are more paths of ${sayHops(longest)} than these.`}</p>
      )}
      {!found.truncated && count < 5 && paths.maxHops < hopsAtMost && (
        <div className="path-note">
          <p>{`These are all within ${paths.maxHops} hops.`}</p>
          <Button onClick={paths.lookFurther}>{`Look further (${hopsAtMost})`}</Button>
        </div>
      )}
    </section>
  );
}

interface PathItemProps {
  readonly path: FoundPath;
  readonly isLit: boolean;
  readonly filtered: number;
  readonly onChoose: () => void;
  readonly onOpen: (id: NodeId) => void;
}

function PathItem({ path, isLit, filtered, onChoose, onOpen }: PathItemProps) {
  const described = describePath(path);
  return (
    <li className="path" data-lit={isLit || undefined}>
      <button type="button" className="path-row" aria-current={isLit || undefined} onClick={onChoose}>
        <span className="path-hops">{described.hops}</span>
        {!isLit && <span className="path-summary">{described.summary}</span>}
      </button>
      {isLit && <PathChain links={described.links} onOpen={onOpen} />}
      {filtered > 0 && (
        <p className="path-note">
          {filtered === 1
            ? 'One of these is not seen: the legend filters it out.'
            : `${filtered} of these are not seen: the legend filters them out.`}
        </p>
      )}
    </li>
  );
}
