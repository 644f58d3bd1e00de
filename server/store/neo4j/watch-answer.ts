import { StoreUnavailable } from '../graph-store.ts';

/** How long a query runs before anybody asks whether the database is there at all, in milliseconds. */
const ASK_AFTER = 500;

/**
 * Waits for a query, and gives it up where the database is away: a query that takes long is no sign of that, but a
 * database that does not answer the smallest question on another connection is. `isThere` asks that, and is asked
 * again as long as the query runs.
 */
export async function watchAnswer<Result>(
  running: PromiseLike<Result>,
  isThere: () => Promise<boolean>,
  place: string,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const away = new Promise<never>((_resolve, reject) => {
    const ask = async () => {
      if (!(await isThere()) && !isOver)
        reject(new StoreUnavailable(`Neo4j at ${place} did not answer in time`));
      else if (!isOver) timer = setTimeout(ask, ASK_AFTER);
    };
    timer = setTimeout(ask, ASK_AFTER);
  });
  try {
    return await Promise.race([running, away]);
  } finally {
    isOver = true;
    clearTimeout(timer);
  }
}
