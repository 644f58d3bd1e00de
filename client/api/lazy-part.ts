import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from 'react';
import { currentConnection, listenToConnection, tryConnection } from './connection.ts';

/** A part of the explorer whose script comes when it is first shown, within a `Suspense`, or when it is asked for. */
export interface LazyPart<Props> extends FunctionComponent<Props> {
  /** Fetches it before it is shown. Where that fails, it is fetched again when it is. */
  readonly ahead: () => void;
}

/**
 * A part of the explorer whose script is fetched when it is first shown. Where the server cannot be reached it waits
 * until it can be, as facts do; what stands in its place meanwhile is the fallback of `Suspense`. A part that was
 * fetched ahead stands at once: React keeps a fallback for a third of a second, however soon the part is there.
 */
export function lazyPart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  let known: ComponentType<Props> | null = null;
  const fetchKnown = async () => {
    known = await fetchPart();
    return known;
  };
  const Waiting = lazy(async () => ({ default: await untilFetched(fetchKnown) }));
  // biome-ignore lint/correctness/noComponentHookFactories: it is called once for each part, as `lazy` is.
  const Part = (props: Props) => {
    // What stands stays: another component in its place would lose its state.
    const [Shown] = useState(() => known ?? Waiting);
    return createElement<Props>(Shown, props);
  };
  return Object.assign(Part, {
    ahead: () => void fetchKnown().catch(() => undefined),
  });
}

/** Tries until the server answers. Rejects where it does, and has no such part twice: then it is of another version. */
export async function untilFetched<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
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
