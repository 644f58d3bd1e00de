import { mayStayBeside } from '../../../schema/may-stay-beside.ts';
import { kindOfProperty } from '../../../schema/parse-record.ts';
import { checkValue, type PropertyKind, type PropertyValue } from '../../../schema/property-kinds.ts';
import type { Statement } from '../../../schema/records.ts';
import { isList } from '../../graph/settle-standings.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import type { Verdict } from '../verdict.ts';
import { membersOf, propertyValue, withValue } from './set-property.ts';

/**
 * The record with a verdict on one of its statements: where it stands, what cannot be true beside it is rejected. The
 * reason is kept with each. Null where the record has no such statement.
 */
export function settleGroup<Group extends JournalRecord>(
  group: Group,
  id: string,
  verdict: Verdict,
  reason: string,
): Group | null {
  const chosen = group.statements.find((statement) => statement.id === id);
  const kind = chosen && kindOfProperty(group.record.type, chosen.property);
  if (!chosen || !kind) return null;
  const statements = group.statements.map((statement): Statement => {
    if (statement.id === id) return settled(statement, verdict, reason);
    const isRival =
      statement.property === chosen.property && !mayStayBeside(kind, statement.value, chosen.value);
    return verdict === 'stands' && isRival && statement.standing !== 'rejected'
      ? settled(statement, 'rejected', reason)
      : statement;
  });
  const next: Group = { ...group, statements };
  return verdict === 'rejected' ? next : withMember(next, chosen, kind);
}

function settled(statement: Statement, verdict: Verdict, reason: string): Statement {
  if (verdict === 'rejected') return { ...statement, standing: 'rejected', reason };
  return { ...statement, standing: 'also said', reason: verdict === 'open' ? null : reason };
}

/** A member of a list that was rejected comes back; the rule takes members away, and gives none. */
function withMember<Group extends JournalRecord>(
  group: Group,
  { property, value }: Statement,
  kind: PropertyKind,
): Group {
  if (!isList(kind)) return group;
  const members = membersOf(propertyValue(group, property) ?? null);
  if (members.includes(value)) return group;
  const checked = checkValue(kind, [...members, value]);
  return checked.kind === 'value' ? withValue(group, property, checked.value as PropertyValue) : group;
}
