import type { LayoutTask, Placement } from './layout-task.ts';
import { placeNodes } from './place-nodes.ts';

/** The worker answers each task with its places, under the number that the task came with. */
export interface LayoutRequest {
  readonly number: number;
  readonly task: LayoutTask;
}

export interface LayoutAnswer {
  readonly number: number;
  readonly placement: Placement;
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { number: data.number, placement: placeNodes(data.task) };
  postMessage(answer);
});
