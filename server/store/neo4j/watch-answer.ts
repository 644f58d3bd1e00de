import { StoreUnavailable } from '../graph-store.ts';

/** How long a query runs before anybody asks whether the database is there at all, in milliseconds. */
const ASK_AFTER = 500;
/** How often somebody looks for such queries. */
const LOOK_EVERY = 200;

/** Watches over a query until the function that it answers is called. `giveUp` is called where the database is away. */
export type WatchAnswer = (giveUp: (problem: StoreUnavailable) => void) => () => void;

/**
 * Gives queries up where the database is away: a query that takes long is no sign of that, but a database that does
 * not answer the smallest question on another connection is. `isThere` asks that, and is asked again as long as a query
 * runs. One timer serves all queries, since most are answered long before it rings.
 */
export function watchAnswers(isThere: () => Promise<boolean>, place: string): WatchAnswer {
  const watched = new Set<{ readonly since: number; readonly giveUp: Parameters<WatchAnswer>[0] }>();
  let timer: NodeJS.Timeout | null = null;
  const ring = (): void => {
    timer = setTimeout(look, LOOK_EVERY);
    timer.unref();
  };
  const look = async (): Promise<void> => {
    const now = performance.now();
    const late = [...watched].filter(({ since }) => now - since >= ASK_AFTER);
    if (late.length > 0 && !(await isThere()))
      for (const query of late)
        if (watched.delete(query))
          query.giveUp(new StoreUnavailable(`Neo4j at ${place} did not answer in time`));
    timer = null;
    if (watched.size > 0) ring();
  };
  return (giveUp) => {
    const query = { since: performance.now(), giveUp };
    watched.add(query);
    if (!timer) ring();
    return () => void watched.delete(query);
  };
}

/** The result, unless the query is given up before. */
export function watched<Result>(running: Promise<Result>, watch: WatchAnswer): Promise<Result> {
  return new Promise((resolve, reject) => {
    const unwatch = watch(reject);
    running.then(resolve, reject).finally(unwatch);
  });
}
