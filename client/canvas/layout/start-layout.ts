import type { LayoutTask, Placement, TellShare } from './layout-task.ts';
import type { LayoutAnswer } from './layout-worker.ts';

interface LayoutListener {
  /** Called for what takes long only, from then on. */
  readonly onShare: TellShare;
  readonly onPlaced: (placement: Placement) => void;
}

export interface LayoutRunner {
  /** Lays a task out beside the main thread. A newer task makes an older one pointless and ends it. */
  readonly run: (task: LayoutTask, listener: LayoutListener) => void;
  /** Ends what runs, and tells whether anything did. */
  readonly cancel: () => boolean;
  readonly stop: () => void;
}

/** What takes longer than this, in milliseconds, is worth a word. */
const LONG = 400;

/** Starts the layout's worker, to be stopped by who started it. */
export function startLayout(): LayoutRunner {
  let worker = startWorker();
  let isBusy = false;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    if (!isBusy) return false;
    // A worker that computes hears nothing, so that it is ended whole, and another waits for the next task.
    worker.terminate();
    worker = startWorker();
    clearTimeout(alarm);
    isBusy = false;
    return true;
  };
  return {
    run(task, { onShare, onPlaced }) {
      cancel();
      isBusy = true;
      let isLong = false;
      alarm = setTimeout(() => {
        isLong = true;
        onShare(0);
      }, LONG);
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if (data.kind === 'progress') {
          if (isLong) onShare(data.share);
          return;
        }
        clearTimeout(alarm);
        isBusy = false;
        onPlaced(data.placement);
      };
      worker.postMessage(task);
    },
    cancel,
    stop() {
      clearTimeout(alarm);
      isBusy = false;
      worker.terminate();
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
}
