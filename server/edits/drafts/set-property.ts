import { evidenceId, statementId } from '../../../schema/ids.ts';
import { kindOfProperty } from '../../../schema/parse-record.ts';
import { statementForm } from '../../../schema/print-value.ts';
import type { PropertyValue } from '../../../schema/property-kinds.ts';
import type { Evidence, StatementValue } from '../../../schema/records.ts';
import { isList } from '../../graph/settle-standings.ts';
import type { JournalRecord } from '../../store/graph-store.ts';
import { addStatement, moveEvidence } from './record-groups.ts';

export type PropertySet<Group> =
  | { readonly kind: 'set'; readonly group: Group }
  | { readonly kind: 'problem'; readonly message: string };

/**
 * The record with another value of one property; null takes it away. With evidence the value is what a source says:
 * it stands beside what was said before, and the rule decides which of them stands. Without evidence it is a slip
 * put right, which only a value that no source of its own is recorded for allows.
 */
export function setProperty<Group extends JournalRecord>(
  group: Group,
  property: string,
  value: PropertyValue | null,
  evidence: readonly Evidence[],
): PropertySet<Group> {
  const kind = kindOfProperty(group.record.type, property);
  if (!kind) return problem(`${group.record.type} has no such property`);
  if (value === null && evidence.length > 0) return problem('evidence goes with a value, and none is given');
  if (value === null && property === 'name') return problem('a name is needed');
  if (isList(kind)) return setList(group, property, value, evidence);
  const stated = group.statements.filter((statement) => statement.property === property);
  if (evidence.length === 0) {
    if (stated.length > 0)
      return problem(
        'sources are recorded for it: give the source of the new value, or settle which of theirs stands',
      );
    return { kind: 'set', group: withValue(group, property, value) };
  }
  const form = value === null ? null : statementForm(value);
  if (form === null) return problem('expected one value');
  const current = propertyValue(group, property);
  const isOther = current !== undefined && statementForm(current) !== form;
  const told = isOther ? stateCurrent(group, property) : group;
  return { kind: 'set', group: withValue(state(told, property, form, evidence), property, value) };
}

/** A list is set whole; what a source says is in it stays until a curator rejects that. */
function setList<Group extends JournalRecord>(
  group: Group,
  property: string,
  value: PropertyValue | null,
  evidence: readonly Evidence[],
): PropertySet<Group> {
  const members = membersOf(value);
  const lost = group.statements.find(
    (statement) =>
      statement.property === property &&
      statement.standing !== 'rejected' &&
      !members.includes(statement.value),
  );
  if (lost) return problem(`a source says “${lost.value}”: reject what it says instead`);
  const had = membersOf(propertyValue(group, property) ?? null);
  const added = evidence.length > 0 ? members.filter((member) => !had.includes(member)) : [];
  const stated = added.reduce((now, member) => state(now, property, member, evidence), group);
  return { kind: 'set', group: withValue(stated, property, members.length > 0 ? value : null) };
}

/**
 * The record with a statement of the value that it has, where nothing is stated of the property: such a value rests on
 * the evidence of the record, and beside another it must say so itself.
 */
export function stateCurrent<Group extends JournalRecord>(group: Group, property: string): Group {
  const value = propertyValue(group, property);
  const form = value === undefined ? null : statementForm(value);
  const isStated = group.statements.some((statement) => statement.property === property);
  return form === null || isStated ? group : state(group, property, form, evidenceOfRecord(group));
}

function state<Group extends JournalRecord>(
  group: Group,
  property: string,
  value: StatementValue,
  evidence: readonly Evidence[],
): Group {
  const of = group.record.id;
  const id = statementId(of, property, value);
  const statement = { id, of, property, value, standing: 'also said', reason: null } as const;
  return addStatement(
    group,
    statement,
    evidence.map((piece) => moveEvidence(piece, id)),
  );
}

/** The record's own evidence; of one that has none, that it was recorded without. */
export function evidenceOfRecord({ record, evidence }: JournalRecord): readonly Evidence[] {
  const own = evidence.filter(({ of }) => of === record.id);
  if (own.length > 0) return own;
  const explanation = 'recorded before without a source';
  const id = evidenceId(record.id, null, null, 'outside', explanation);
  return [{ id, of: record.id, document: null, basis: 'outside', locator: null, words: null, explanation }];
}

export function propertyValue({ record }: JournalRecord, property: string): PropertyValue | undefined {
  return (record.properties as Readonly<Record<string, PropertyValue>>)[property];
}

export function withValue<Group extends JournalRecord>(
  group: Group,
  property: string,
  value: PropertyValue | null,
): Group {
  const { [property]: _old, ...others } = group.record.properties as Readonly<Record<string, PropertyValue>>;
  const properties = value === null ? others : { ...others, [property]: value };
  // The value was checked against the kind of its property, which the compiler cannot follow by name.
  return { ...group, record: { ...group.record, properties } } as Group;
}

export function membersOf(value: PropertyValue | null): StatementValue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((member: PropertyValue) => statementForm(member) ?? []);
}

function problem(message: string): { readonly kind: 'problem'; readonly message: string } {
  return { kind: 'problem', message };
}
