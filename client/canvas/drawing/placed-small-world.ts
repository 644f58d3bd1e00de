import type { Exploration } from '../../exploration/exploration.ts';
import { runCommand } from '../../exploration/run-command.ts';
import { exploreSmallWorld } from '../../exploration/small-world.ts';
import { makeLayoutTask } from '../layout/layout-task.ts';
import { placeNodes } from '../layout/place-nodes.ts';
import { describeFigures } from './describe-figure.ts';

/** The small world of the exploration's tests, with everything in its place. */
export function placedSmallWorld(): Exploration {
  return placeAll(exploreSmallWorld());
}

/** The view with a place for each node, as the canvas's layout gives it. */
export function placeAll(state: Exploration): Exploration {
  const task = makeLayoutTask(state, describeFigures(state), { width: 880, height: 800 });
  return task ? runCommand(state, { kind: 'place', positions: placeNodes(task) }).state : state;
}
