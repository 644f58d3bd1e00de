import { setTimeout } from 'node:timers/promises';
import { isBusy } from './connection.ts';

/** How long a writer waits for another process that writes, in milliseconds: an import takes seconds. */
const PATIENCE = 15_000;
const PAUSE = 30;

/**
 * Runs the work as soon as no other process holds the write lock. Between attempts the thread is free, so that
 * readers are answered meanwhile. Throws the StoreUnavailable of the last attempt once patience ends.
 */
export async function whenFree<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
    }
    await setTimeout(PAUSE);
  }
}
