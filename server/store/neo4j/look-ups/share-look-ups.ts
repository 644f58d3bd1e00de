import { shareQuestions } from './share-questions.ts';

/** Reads what stands under these ids, by id; ids that nothing stands under are left out. */
type LookUp<Found> = (ids: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, Found>>;

/**
 * Looks ids up, together with others of the same key that wait; the answer holds at least what stands under `ids`.
 * The key must tell apart all look-ups that do not do the same. Rejects with the reason of the signal at once
 * when it is aborted, else with the problem of the look-up.
 */
export type SharedLookUp<Found> = (
  key: string,
  ids: readonly string[],
  lookUp: LookUp<Found>,
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, Found>>;

/** Ids sent together at most. */
const MOST_IDS = 500;

/** Makes look-ups share their way to the database: all that wait become one look-up of all their ids. */
export function shareLookUps<Found>(mayRetry: (problem: unknown) => boolean): SharedLookUp<Found> {
  const share = shareQuestions<readonly string[], ReadonlyMap<string, Found>>({
    mayRetry,
    sizeOf: (ids) => ids.length,
    most: MOST_IDS,
  });
  return (key, ids, lookUp, signal) =>
    share(
      key,
      ids,
      async (asked, until) => {
        const found = await lookUp([...new Set(asked.flat())], until);
        return asked.map(() => found);
      },
      signal,
    );
}
