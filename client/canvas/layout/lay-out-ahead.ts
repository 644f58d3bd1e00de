import type { Exploration } from '../../exploration/exploration.ts';
import type { Size } from '../camera.ts';
import { describeFigures } from '../drawing/describe-figure.ts';
import { makeLayoutTask } from './layout-task.ts';
import { prepareLayout } from './next-layout.ts';
import { sizeToFill } from './size-to-fill.ts';

/** Begins to lay out what the next canvas will show, of which this will be the size. */
export function layOutAhead(state: Exploration, size: Size): void {
  const task = makeLayoutTask(state, describeFigures(state), sizeToFill(size));
  if (task) prepareLayout().begin(task);
}
