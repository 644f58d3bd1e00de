import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { currentConnection, listenToConnection, tryConnection } from './connection.ts';

/**
 * A part of the explorer whose script is fetched when it is first shown. Where the server cannot be reached it waits
 * until it can be, as facts do; what stands in its place meanwhile is the fallback of `Suspense`.
 */
export function lazyPart<Props>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await untilFetched(fetchPart) }));
}

/** Tries until the server answers. Rejects where it does, and has no such part twice: then it is of another version. */
async function untilFetched<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  for (let refusals = 0; ; ) {
    try {
      return await fetchPart();
    } catch (problem) {
      await tryConnection();
      if (currentConnection() === 'answers') refusals += 1;
      else await answersAgain();
      if (refusals > 1) throw problem;
    }
  }
}

function answersAgain(): Promise<void> {
  return new Promise((resolve) => {
    const stop = listenToConnection(() => {
      if (currentConnection() !== 'answers') return;
      stop();
      resolve();
    });
  });
}
