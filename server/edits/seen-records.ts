import type { Asking, RecordId } from './asking.ts';
import type { KnownGraph } from './drafts/known-graph.ts';
import type { EditProblem } from './edit.ts';

/** A record like the one that is to be made, as its editor saw it. */
export interface SeenRecord {
  readonly id: RecordId;
  readonly version: number;
}

/**
 * The conflict where what is there is not what an editor saw: a record has come, was changed, or is gone. `there` are the
 * records like the one that is to be made. An editor who says nothing of what was seen (null) is told nothing.
 */
export function* conflictAmong(
  known: KnownGraph,
  there: readonly SeenRecord[],
  seen: readonly SeenRecord[] | null,
): Asking<EditProblem | null> {
  if (seen === null) return null;
  for (const { id, version } of there) {
    const expected = seen.find((each) => each.id === id)?.version ?? 0;
    if (expected !== version) return { kind: 'conflict', record: id, expected, current: version };
  }
  yield* known.readRecords(seen.map(({ id }) => id));
  const gone = seen.find(({ id }) => !known.find(id));
  return gone ? { kind: 'conflict', record: gone.id, expected: gone.version, current: 0 } : null;
}
