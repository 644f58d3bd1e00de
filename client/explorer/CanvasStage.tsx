import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, type RefObject, Suspense, useCallback } from 'react';
import { printCount } from '../../schema/print-count.ts';
import { lazyPart } from '../api/lazy-part.ts';
import type { Command } from '../exploration/commands.ts';
import type { Exploration } from '../exploration/exploration.ts';
import { countShown, visibleNodes } from '../exploration/visible.ts';
import { IconButton } from '../ui/Button.tsx';
import { useWidth } from '../ui/use-width.ts';
import './explorer.css';
import { ArrangeMenu } from './stage/ArrangeMenu.tsx';
import { ArrangingCard } from './stage/ArrangingCard.tsx';
import { BusyCard } from './stage/BusyCard.tsx';

const NothingSeen = lazyPart(() => import('./stage/NothingSeen.tsx').then((part) => part.NothingSeen));
const TimeNotice = lazyPart(() => import('./stage/TimeNotice.tsx').then((part) => part.TimeNotice));

interface CanvasStageProps {
  /** Comes to hold the element that the drawing fills. */
  readonly box: RefObject<HTMLElement | null>;
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
  /** In the whole graph, judgements apart as in `countShown`; null while it is not known. */
  readonly inGraph: number | null;
  readonly busy: string | null;
  readonly onCancelBusy: () => void;
  /** What share of a long arrangement is done; null while none runs. */
  readonly arranging: number | null;
  readonly onCancelArranging: () => void;
  readonly drawing: ReactNode;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onShowEverything: () => void;
  /** What is to be said above the drawing. */
  readonly notice: ReactNode;
  /** What opens panels, at the end of the row above the drawing. */
  readonly openers: ReactNode;
  /** What stands in the place of the drawing while there is none. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/**
 * In less width, in pixels, the row above the drawing says all that it can in fewer words, so that no second row covers
 * nodes; as of a day it has more to say.
 */
const NARROW = { asOf: 980, else: 860 };

/** The canvas with what lies upon it: arrangement and count, zoom, the history. */
export function CanvasStage(props: CanvasStageProps) {
  const { box, exploration, run, inGraph, busy, arranging, drawing, instead, children } = props;
  const [width, watch] = useWidth();
  const hold = useCallback(
    (element: HTMLElement | null) => {
      box.current = element;
      return watch(element);
    },
    [box, watch],
  );
  const isNarrow = width < (exploration.time.kind === 'asOf' ? NARROW.asOf : NARROW.else);
  return (
    <section className="stage" aria-label="Graph" ref={hold} data-narrow={isNarrow || undefined}>
      {instead ?? drawing}
      {!instead && visibleNodes(exploration).length === 0 && (
        <Suspense>
          <NothingSeen exploration={exploration} run={run} />
        </Suspense>
      )}
      <div className="stage-top">
        {!instead && (
          <>
            <ArrangeMenu arrangement={exploration.arrangement} run={run} />
            <ShownCount
              exploration={exploration}
              inGraph={inGraph}
              onShowEverything={props.onShowEverything}
            />
          </>
        )}
        {arranging !== null && <ArrangingCard share={arranging} onCancel={props.onCancelArranging} />}
        {!instead && exploration.time.kind === 'asOf' && (
          <Suspense>
            <TimeNotice exploration={exploration} run={run} />
          </Suspense>
        )}
        {busy && <BusyCard words={busy} onCancel={props.onCancelBusy} />}
        {!instead && (
          <div className="stage-ends">
            {props.openers}
            <div className="card stage-zoom" role="toolbar" aria-label="Zoom">
              <IconButton label="Zoom in" icon={<Plus />} onClick={() => props.onZoom(1.25)} />
              <IconButton label="Zoom out" icon={<Minus />} onClick={() => props.onZoom(0.8)} />
              <IconButton label="Fit everything (F)" icon={<Maximize />} onClick={props.onFit} />
            </div>
          </div>
        )}
        {!instead && props.notice}
      </div>
      {children}
    </section>
  );
}

function ShownCount({
  exploration,
  inGraph,
  onShowEverything,
}: Pick<CanvasStageProps, 'exploration' | 'inGraph' | 'onShowEverything'>) {
  const shown = countShown(exploration);
  return (
    <p className="card stage-count">
      <span>
        {inGraph === null ? printCount(shown) : `${printCount(shown)} of ${printCount(inGraph)}`}
        <span className="stage-wide"> shown</span>
      </span>
      {(inGraph === null || shown < inGraph) && (
        <>
          <span aria-hidden="true"> · </span>
          <button type="button" className="text-button" onClick={onShowEverything}>
            show <span className="wide-words">everything</span>
            <span className="stage-all" aria-hidden="true">
              all
            </span>
          </button>
        </>
      )}
    </p>
  );
}
