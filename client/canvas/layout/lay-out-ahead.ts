import type { Exploration } from '../../exploration/exploration.ts';
import type { Size } from '../camera.ts';
import { describeFigures } from '../drawing/describe-figure.ts';
import { makeLayoutTask } from './layout-task.ts';
import { sizeToFill } from './size-to-fill.ts';
import { type LayoutRunner, startLayout } from './start-layout.ts';

/** The layout of the canvas that is mounted next. */
let waiting: LayoutRunner | null = null;

/** Has the layout's worker come up before the canvas does. */
export function prepareLayout(): LayoutRunner {
  waiting ??= startLayout();
  return waiting;
}

/** The layout for a canvas, with what was begun for it. Who takes it stops it. */
export function takeLayout(): LayoutRunner {
  const layout = prepareLayout();
  waiting = null;
  return layout;
}

/** Begins to lay out what the next canvas will show, of which this will be the size. */
export function layOutAhead(state: Exploration, size: Size): void {
  const task = makeLayoutTask(state, describeFigures(state), sizeToFill(size));
  if (task) prepareLayout().begin(task);
}
