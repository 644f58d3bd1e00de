import type { RecordId } from '../asking.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { settleGroup } from '../drafts/settle-group.ts';
import { type Edit, missing, refused } from '../edit.ts';
import type { Verdict } from '../verdict.ts';

export interface SettleStatementInput {
  /** The node or relationship that the statement is of. */
  readonly record: RecordId;
  readonly statement: string;
  readonly expectedVersion: number;
  readonly verdict: Verdict;
  /** Kept with what is settled. */
  readonly reason: string;
}

/** Says which of the statements on one property stands, and rejects what cannot be true beside it. */
export function* settleStatement(input: SettleStatementInput): Edit {
  const { record, statement: id, expectedVersion, verdict, reason } = input;
  const known = new KnownGraph();
  yield* known.readRecords([record]);
  const group = known.find(record);
  if (!group) return refused(missing('record', record, 'record'));
  const conflict = conflictWith(group, record, expectedVersion);
  if (conflict) return refused(conflict);
  const settled = settleGroup(group, id, verdict, reason);
  if (!settled) return refused(missing('statement', id, 'statement on the record'));
  const draft = new DraftBuilder(known);
  draft.put(settled);
  return draft.result();
}
