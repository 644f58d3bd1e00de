import { readFileSync } from 'node:fs';
import { createHistogram, monitorEventLoopDelay, type RecordableHistogram } from 'node:perf_hooks';
import type { Spread } from './measured-server.ts';

/** Milliseconds from one look at the event loop to the next. */
const EVERY = 1;

export interface LoopWatch {
  reset(): void;
  /** How late the loop was, in milliseconds. */
  late(): Spread;
  /** The same less the time in which the thread could have worked and the machine gave its cores to others. */
  held(): Spread;
}

/**
 * Watches the event loop of this thread twice: as `monitorEventLoopDelay` does, and by a timer of its own that asks Linux
 * how long the thread has waited for a core. On a machine that has other work only the second tells of the program.
 */
export function watchLoop(): LoopWatch {
  const delay = monitorEventLoopDelay({ resolution: EVERY });
  delay.enable();
  const held = createHistogram();
  let [due, waited] = [performance.now() + EVERY, waitedForCore()];
  const look = () => {
    const [now, soFar] = [performance.now(), waitedForCore()];
    const own = now - due - (soFar - waited);
    // A histogram counts whole numbers from 1.
    held.record(Math.max(1, Math.round(own * 1_000)));
    due = now + EVERY;
    waited = soFar;
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
  return {
    reset: () => {
      delay.reset();
      held.reset();
    },
    late: () => spreadOf(delay, (nanoseconds) => nanoseconds / 1e6 - EVERY),
    held: () => spreadOf(held, (microseconds) => microseconds / 1e3),
  };
}

function spreadOf(
  histogram: Pick<RecordableHistogram, 'percentile' | 'max'>,
  toMilliseconds: (value: number) => number,
): Spread {
  const of = (value: number) => Math.max(0, toMilliseconds(value));
  return { middle: of(histogram.percentile(50)), p99: of(histogram.percentile(99)), most: of(histogram.max) };
}

/** Milliseconds in which the main thread was ready to work and had no core; 0 where the system does not tell. */
function waitedForCore(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
