import type { LayoutTask, Placement } from './layout-task.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts';

export interface LayoutRunner {
  /** Lays a task out beside the main thread. A newer task makes an older one pointless: only its answer is told. */
  readonly run: (task: LayoutTask, onPlaced: (placement: Placement) => void) => void;
  readonly stop: () => void;
}

/** Starts the layout's worker, to be stopped by who started it. */
export function startLayout(): LayoutRunner {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  let number = 0;
  let waiting: ((placement: Placement) => void) | null = null;
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.number !== number) return;
    waiting?.(data.placement);
    waiting = null;
  };
  return {
    run(task, onPlaced) {
      number += 1;
      waiting = onPlaced;
      const request: LayoutRequest = { number, task };
      worker.postMessage(request);
    },
    stop() {
      waiting = null;
      worker.terminate();
    },
  };
}
