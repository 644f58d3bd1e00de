import { ExternalLink } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { sayFailure } from '../api/failures.ts';
import { lazyPart } from '../api/lazy-part.ts';
import { fetchCanvas } from '../canvas/fetch-canvas.ts';
import type { Look } from '../exploration/camera.ts';
import type { Command } from '../exploration/commands.ts';
import { emptyExploration } from '../exploration/exploration.ts';
import { sayViewProblem } from '../exploration/share/view-problems.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Caption } from './Caption.tsx';
import './embed.css';
import { type Embedded, runReadOnly, useEmbeddedView } from './use-embedded-view.ts';

const Canvas = lazyPart(fetchCanvas);

/** A view within a page of somebody else: to look at, to move and to select in, and to open in Oversight. */
export function EmbedPage() {
  const { view, again } = useEmbeddedView();
  const [exploration, setExploration] = useState(emptyExploration);
  const [look, setLook] = useState<Look | null>(null);
  useEffect(Canvas.ahead, []);
  useEffect(() => {
    if (view.kind !== 'loaded') return;
    setExploration(view.value.exploration);
    setLook({ camera: view.value.camera });
  }, [view]);
  const run = (command: Command) => setExploration((before) => runReadOnly(before, command));
  return (
    <main className="embed" aria-label="View of the graph">
      {view.kind === 'loaded' ? (
        <Suspense fallback={<p className="embed-waiting">Drawing …</p>}>
          <Canvas
            state={exploration}
            look={look}
            theme={new URLSearchParams(window.location.search).get('theme') ?? 'system'}
            isReadOnly
            onCommand={run}
            onExpand={(id) => run({ kind: 'select', ids: [id] })}
          />
        </Suspense>
      ) : (
        <Instead view={view} again={again} />
      )}
      <Caption exploration={exploration} onClose={() => run({ kind: 'select', ids: [] })} />
      <a className="button-link embed-way" href={`/${window.location.hash}`} target="_blank" rel="noopener">
        Open in Oversight
        <ExternalLink aria-hidden="true" />
      </a>
    </main>
  );
}

/** What stands there while there is no view. */
function Instead({ view, again }: { readonly view: Embedded; readonly again: () => void }) {
  if (view.kind === 'problem')
    return <Notice title="This view cannot be shown">{sayViewProblem(view.problem, 'link')}</Notice>;
  if (view.kind !== 'failure') return <p className="embed-waiting">Fetching the graph …</p>;
  const { title, text } = sayFailure(view.failure, false);
  return (
    <Notice title={title} urgent action={<Button onClick={again}>Try again</Button>}>
      {text}
    </Notice>
  );
}
