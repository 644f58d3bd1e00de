import { StoreUnavailable } from '../graph-store.ts';

/** How long a query runs before anybody asks whether the database is there at all, in milliseconds. */
const ASK_AFTER = 500;
/** How often somebody looks for such queries. */
const LOOK_EVERY = 200;
/** How often it is asked within the patience of a query, while the database answers. */
const ASKED_IN_PATIENCE = 20;

/**
 * Watches over a query until the function that it answers is called. `giveUp` is called where the database is away.
 * `patience` is how long it may be silent before, in milliseconds, 0 if left out: nobody waits for an import at a screen,
 * and a database may pause while it writes one.
 */
export type WatchAnswer = (giveUp: (problem: StoreUnavailable) => void, patience?: number) => () => void;

interface WatchedQuery {
  /** When it is next asked whether the database is there. */
  due: number;
  readonly giveUp: Parameters<WatchAnswer>[0];
  readonly patience: number;
  /** When the database was first found silent; null where it answered the last time. */
  silentSince: number | null;
}

/**
 * Gives queries up where the database is away: a query that takes long is no sign of that, but a database that does
 * not answer the smallest question on another connection is. `isThere` asks that, and is asked again as long as a query
 * runs. One timer serves all queries, since most are answered long before it rings.
 */
export function watchAnswers(isThere: () => Promise<boolean>, place: string): WatchAnswer {
  const watched = new Set<WatchedQuery>();
  let timer: NodeJS.Timeout | null = null;
  const ring = (): void => {
    timer = setTimeout(look, LOOK_EVERY);
    timer.unref();
  };
  const look = async (): Promise<void> => {
    const now = performance.now();
    const late = [...watched].filter(({ due }) => now >= due);
    const isAway = late.length > 0 && !(await isThere());
    for (const query of late) {
      query.silentSince = isAway ? (query.silentSince ?? now) : null;
      // Who waits long anyway does not keep a busy database answering.
      if (!isAway) query.due = now + query.patience / ASKED_IN_PATIENCE;
      if (query.silentSince === null || performance.now() - query.silentSince < query.patience) continue;
      if (watched.delete(query))
        query.giveUp(new StoreUnavailable(`Neo4j at ${place} did not answer in time`));
    }
    timer = null;
    if (watched.size > 0) ring();
  };
  return (giveUp, patience = 0) => {
    const due = performance.now() + ASK_AFTER;
    const query: WatchedQuery = { due, giveUp, patience, silentSince: null };
    watched.add(query);
    if (!timer) ring();
    return () => void watched.delete(query);
  };
}

/** The result, unless the query is given up before. */
export function watched<Result>(
  running: Promise<Result>,
  watch: WatchAnswer,
  patience?: number,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const unwatch = watch(reject, patience);
    running.then(resolve, reject).finally(unwatch);
  });
}
