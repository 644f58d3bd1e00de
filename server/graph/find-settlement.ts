import type { JournalRecord, RecordChange } from '../store/graph-store.ts';

/** What a record says of the standing of one thing, as text that can be compared. */
export type StandingOf = (kept: JournalRecord) => string;

/**
 * Of changes of a record, the newest first, the one by which the standing came to be what it is now. Null where it is
 * none of them: the standing is still the one that the record came with, or older changes have it.
 */
export function findSettlement(
  changes: readonly RecordChange[],
  standingOf: StandingOf,
): RecordChange | null {
  return (
    changes.find(({ item: { before, after } }) => {
      // A record that comes, or comes back, brings its standing with it.
      return before !== null && after !== null && standingOf(before) !== standingOf(after);
    }) ?? null
  );
}

/** The standing of a judgement, and whether it is disputed: of two that differ, both stand until one is settled. */
export const judgementStanding: StandingOf = ({ record }) =>
  'from' in record ? '' : JSON.stringify([record.properties.standing, record.disputed.length > 0]);

/** What a curator made of a statement: whether it was rejected, and the reason that is kept with it. */
export function statementVerdict(id: string): StandingOf {
  return ({ statements }) => {
    const statement = statements.find((one) => one.id === id);
    return statement ? JSON.stringify([statement.standing === 'rejected', statement.reason]) : '';
  };
}
