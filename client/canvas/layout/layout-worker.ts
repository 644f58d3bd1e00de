import type { LayoutTask, Placement } from './layout-task.ts';
import { placeNodes } from './place-nodes.ts';
import { placePlainly } from './place-plainly.ts';

export interface LayoutRequest {
  readonly task: LayoutTask;
  /** Where the nodes stood, for places that cost next to nothing instead of a layout. */
  readonly stood: Placement | null;
}

/** The worker answers its task with its places, and tells before what share of the work is done. */
export type LayoutAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'placed'; readonly placement: Placement };

/** Progress is told at most so often, in milliseconds: a card cannot show more. */
const TOLD_EVERY = 100;

addEventListener('message', ({ data: { task, stood } }: MessageEvent<LayoutRequest>) => {
  let told = performance.now();
  const answer = (given: LayoutAnswer) => postMessage(given);
  if (stood) {
    answer({ kind: 'placed', placement: placePlainly(task, new Map(stood)) });
    return;
  }
  const placement = placeNodes(task, (share) => {
    if (performance.now() - told < TOLD_EVERY) return;
    told = performance.now();
    answer({ kind: 'progress', share });
  });
  answer({ kind: 'placed', placement });
});
