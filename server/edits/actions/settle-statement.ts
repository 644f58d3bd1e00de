import { mayStayBeside } from '../../../schema/may-stay-beside.ts';
import { kindOfProperty } from '../../../schema/parse-record.ts';
import { checkValue, type PropertyKind, type PropertyValue } from '../../../schema/property-kinds.ts';
import type { Statement } from '../../../schema/records.ts';
import { isList } from '../../graph/settle-standings.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import type { RecordId } from '../asking.ts';
import { conflictWith } from '../check-version.ts';
import { DraftBuilder } from '../drafts/draft-builder.ts';
import { KnownGraph } from '../drafts/known-graph.ts';
import { membersOf, propertyValue, withValue } from '../drafts/set-property.ts';
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
  const chosen = group.statements.find((statement) => statement.id === id);
  const kind = chosen && kindOfProperty(group.record.type, chosen.property);
  if (!chosen || !kind) return refused(missing('statement', id, 'statement on the record'));
  const statements = group.statements.map((statement): Statement => {
    if (statement.id === id) return settled(statement, verdict, reason);
    const isRival =
      statement.property === chosen.property && !mayStayBeside(kind, statement.value, chosen.value);
    return verdict === 'stands' && isRival && statement.standing !== 'rejected'
      ? settled(statement, 'rejected', reason)
      : statement;
  });
  const draft = new DraftBuilder(known);
  draft.put(
    verdict === 'rejected' ? { ...group, statements } : withMember({ ...group, statements }, chosen, kind),
  );
  return draft.result();
}

function settled(statement: Statement, verdict: Verdict, reason: string): Statement {
  if (verdict === 'rejected') return { ...statement, standing: 'rejected', reason };
  return { ...statement, standing: 'also said', reason: verdict === 'open' ? null : reason };
}

/** A member of a list that was rejected comes back; the rule takes members away, and gives none. */
function withMember(group: JournalRecord, { property, value }: Statement, kind: PropertyKind): JournalRecord {
  if (!isList(kind)) return group;
  const members = membersOf(propertyValue(group, property) ?? null);
  if (members.includes(value)) return group;
  const checked = checkValue(kind, [...members, value]);
  return checked.kind === 'value' ? withValue(group, property, checked.value as PropertyValue) : group;
}
