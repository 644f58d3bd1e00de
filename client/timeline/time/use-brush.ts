import { type PointerEvent, useRef } from 'react';
import { partialDate } from '../../../schema/parse-partial-date.ts';
import type { TimeFilter } from '../../exploration/filters/time-filter.ts';
import type { TimeWindow } from '../../exploration/filters/time-window.ts';
import { countMonths, monthOf, spanOfMonths, type TimeAxis } from '../layout/time-axis.ts';
import type { TimeDraft } from './use-time-draft.ts';

/** Pixels on either side of a handle that take hold of it, and pixels that tell a drag from a click. */
const GRIP = 7;
const DRAG = 4;

type Hold =
  /** A new window is drawn from here. */
  | { readonly kind: 'new'; readonly x: number }
  /** The other end stays. */
  | { readonly kind: 'end'; readonly fixed: string }
  | { readonly kind: 'whole'; readonly x: number; readonly window: TimeWindow }
  /** The day that the view is as of. */
  | { readonly kind: 'day' };

/**
 * The pointer draws a window on the axis, drags one of its ends, or moves the whole of it. While the view is as of a
 * day it takes hold of that day, wherever it is pressed.
 */
export function useBrush(axis: TimeAxis, draft: TimeDraft) {
  const hold = useRef<Hold | null>(null);
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (event.button !== 0 || isMark(event.target)) return;
      const x = placeOf(event);
      if (x < axis.left - GRIP || x > axis.right + GRIP) return;
      hold.current = takeHold(axis, draft.time, x);
      // A day is where the pointer is, a window begins only when it is drawn.
      if (hold.current.kind === 'day') draft.draw({ kind: 'asOf', day: partialDate(axis.dayAt(x)) });
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const next = hold.current && drag(axis, hold.current, placeOf(event));
      if (next) draft.draw(next);
    },
    onPointerUp() {
      if (hold.current) draft.settle(axis);
      hold.current = null;
    },
    onPointerCancel() {
      hold.current = null;
      draft.forget();
    },
  };
}

function isMark(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role=option]') !== null;
}

function placeOf(event: PointerEvent<SVGSVGElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

function takeHold(axis: TimeAxis, time: TimeFilter, x: number): Hold {
  if (time.kind === 'asOf') return { kind: 'day' };
  const window = time.kind === 'window' ? time.window : null;
  const shown = window ?? { from: axis.first, to: axis.last };
  const ends = spanOfMonths(axis, shown.from, shown.to);
  if (Math.abs(x - ends.from) <= GRIP) return { kind: 'end', fixed: shown.to };
  if (Math.abs(x - ends.to) <= GRIP) return { kind: 'end', fixed: shown.from };
  return window && x > ends.from && x < ends.to ? { kind: 'whole', x, window } : { kind: 'new', x };
}

function drag(axis: TimeAxis, hold: Hold, x: number): TimeFilter | null {
  switch (hold.kind) {
    case 'new':
      return Math.abs(x - hold.x) < DRAG ? null : inOrder(axis.monthAt(hold.x), axis.monthAt(x));
    case 'end':
      return inOrder(hold.fixed, axis.monthAt(x));
    case 'whole':
      return Math.abs(x - hold.x) < DRAG ? null : moveWindow(axis, hold, x);
    case 'day':
      return { kind: 'asOf', day: partialDate(axis.dayAt(x)) };
  }
}

/** The window moved along with the pointer, as far as the axis goes. */
function moveWindow(
  axis: TimeAxis,
  { window, x: start }: Extract<Hold, { kind: 'whole' }>,
  x: number,
): TimeFilter {
  const wanted = countMonths(axis.monthAt(x)) - countMonths(axis.monthAt(start));
  const [from, to] = [countMonths(window.from), countMonths(window.to)];
  const by = Math.min(Math.max(wanted, countMonths(axis.first) - from), countMonths(axis.last) - to);
  return { kind: 'window', window: { from: monthOf(from + by), to: monthOf(to + by) } };
}

function inOrder(a: string, b: string): TimeFilter {
  return { kind: 'window', window: a <= b ? { from: a, to: b } : { from: b, to: a } };
}
