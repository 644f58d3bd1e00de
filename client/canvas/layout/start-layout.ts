import { isEqual } from '../../exploration/is-equal.ts';
import type { LayoutTask, Placement, TellShare } from './layout-task.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts';

interface LayoutListener {
  /** Called for what takes long only, from then on. */
  readonly onShare: TellShare;
  readonly onPlaced: (placement: Placement) => void;
}

export interface LayoutRunner {
  /** Begins a task for whoever runs the same one next. */
  readonly begin: (task: LayoutTask) => void;
  /**
   * Lays a task out beside the main thread, or goes on with it where it was begun. A newer task makes an older one
   * pointless and ends it.
   */
  readonly run: (task: LayoutTask, listener: LayoutListener) => void;
  /**
   * The places for a task that nothing is drawn of yet. Null as soon as it takes long or something else is laid out:
   * who draws it then runs the task, which goes on with where it was begun.
   */
  readonly placeSoon: (task: LayoutTask) => Promise<Placement | null>;
  /** Places plainly (`placePlainly`), from where the nodes stood. */
  readonly runPlainly: (task: LayoutTask, stood: Placement, listener: LayoutListener) => void;
  /** Ends what runs, and tells whether anything did. */
  readonly cancel: () => boolean;
  readonly stop: () => void;
}

/** What takes longer than this, in milliseconds, is worth a word. */
const LONG = 400;

/** A task that the worker has; nobody may have asked for it yet, and then its places wait. */
interface Running {
  readonly task: LayoutTask;
  listener: LayoutListener | null;
  /** Who wants the places before anything is drawn, and no longer than they come soon. */
  waiting: ((placement: Placement | null) => void) | null;
  isLong: boolean;
  placement: Placement | null;
}

/** Starts the layout's worker, to be stopped by who started it. */
export function startLayout(): LayoutRunner {
  let worker = startWorker();
  let running: Running | null = null;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    const isBusy = running !== null && running.placement === null;
    running?.waiting?.(null);
    running = null;
    clearTimeout(alarm);
    if (!isBusy) return false;
    // A worker that computes hears nothing, so that it is ended whole, and another waits for the next task.
    worker.terminate();
    worker = startWorker();
    return true;
  };
  /** Gives the places to who asked for them, as soon as both are there. */
  const deliver = ({ listener, waiting, placement }: Running) => {
    if (!placement || (!listener && !waiting)) return;
    running = null;
    waiting?.(placement);
    listener?.onPlaced(placement);
  };
  const begin = ({ task, stood }: LayoutRequest, who: Pick<Running, 'listener' | 'waiting'>) => {
    cancel();
    const mine: Running = { task, ...who, isLong: false, placement: null };
    running = mine;
    alarm = setTimeout(() => {
      mine.isLong = true;
      mine.waiting?.(null);
      mine.waiting = null;
      mine.listener?.onShare(0);
    }, LONG);
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.kind === 'progress') {
        if (mine.isLong) mine.listener?.onShare(data.share);
        return;
      }
      clearTimeout(alarm);
      mine.placement = data.placement;
      deliver(mine);
    };
    worker.postMessage({ task, stood } satisfies LayoutRequest);
  };
  return {
    begin: (task) => begin({ task, stood: null }, { listener: null, waiting: null }),
    placeSoon: (task) =>
      new Promise((resolve) => begin({ task, stood: null }, { listener: null, waiting: resolve })),
    run(task, listener) {
      if (!running || running.listener || running.waiting || !isEqual(running.task, task))
        return begin({ task, stood: null }, { listener, waiting: null });
      running.listener = listener;
      if (running.isLong && !running.placement) listener.onShare(0);
      deliver(running);
    },
    runPlainly: (task, stood, listener) => begin({ task, stood }, { listener, waiting: null }),
    cancel,
    stop() {
      clearTimeout(alarm);
      running?.waiting?.(null);
      running = null;
      worker.terminate();
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
}
