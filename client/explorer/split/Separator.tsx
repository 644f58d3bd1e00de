import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Split } from './use-split.ts';

/** At which side of the separator the room lies whose size it changes. */
type Side = 'left' | 'right' | 'foot';

interface SeparatorProps {
  readonly label: string;
  readonly side: Side;
  readonly split: Split;
}

/** How far a press of an arrow goes, in CSS pixels. */
const STEP = 16;

/** Which way the room grows: with or against the axis of the page. */
const growth: Record<Side, 1 | -1> = { left: 1, right: -1, foot: -1 };

/**
 * A line between two rooms that is dragged, or moved by the arrow keys, by ARIA's pattern of the window splitter. Ours
 * alone, because the kept library for it weighs more than all else of the explorer's shell together.
 */
export function Separator({ label, side, split }: SeparatorProps) {
  const dragged = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const isFlat = side === 'foot';
  const along = ({ clientX, clientY }: PointerEvent) => (isFlat ? clientY : clientX);
  /** The size as it is drawn, which is less than what is remembered where the window is small. */
  const drawn = (line: Element) => {
    const room = side === 'left' ? line.previousElementSibling : line.nextElementSibling;
    const { width, height } = (room ?? line).getBoundingClientRect();
    return isFlat ? height : width;
  };
  const pressKey = (event: KeyboardEvent) => {
    const [back, forth] = isFlat ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const way = event.key === forth ? 1 : event.key === back ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    event.stopPropagation();
    split.resize(drawn(event.currentTarget) + way * growth[side] * STEP);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>.
    <div
      role="separator"
      aria-label={label}
      aria-orientation={isFlat ? 'horizontal' : 'vertical'}
      aria-valuenow={split.size}
      aria-valuemin={split.least}
      tabIndex={0}
      className={isFlat ? 'separator separator-flat' : 'separator'}
      onKeyDown={pressKey}
      onDoubleClick={() => split.resize(split.normal)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = { at: along(event), size: drawn(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        const from = dragged.current;
        if (from) split.resize(from.size + growth[side] * (along(event) - from.at));
      }}
      onPointerUp={() => {
        dragged.current = null;
      }}
      onPointerCancel={() => {
        dragged.current = null;
      }}
    />
  );
}
