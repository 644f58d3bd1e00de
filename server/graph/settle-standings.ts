import type { NodeId, RelationshipId, StatementId } from '../../schema/ids.ts';
import { parsePartialDate } from '../../schema/parse-partial-date.ts';
import { kindOfProperty } from '../../schema/parse-record.ts';
import { dateSpan, datesOverlap } from '../../schema/partial-date.ts';
import { checkValue, type PropertyKind, type PropertyValue } from '../../schema/property-kinds.ts';
import type {
  GraphNode,
  GraphRecords,
  GraphRelationship,
  Standing,
  Statement,
  StatementValue,
} from '../../schema/records.ts';
import { compareRanks, type SupportRank, supportRanks } from './rank-support.ts';

type RankOf = (id: string) => SupportRank;

/** The statements on one property of one record, in the order in which the records give them. */
export interface PropertyStatements {
  readonly of: NodeId | RelationshipId;
  readonly property: string;
  readonly kind: PropertyKind;
  readonly statements: readonly Statement[];
}

/**
 * Sets the standing of every statement by the rule of the domain, and the value of each property to the one
 * that stands. Rejected statements stay rejected. A property whose statements are all rejected keeps its value
 * if it is the name, and loses it otherwise; a list keeps the members that nobody rejected.
 */
export function settleStandings(records: GraphRecords): GraphRecords {
  const rankOf = supportRanks(records);
  const standings = new Map<StatementId, Standing>();
  const values = new Map<string, Map<string, PropertyValue | null>>();
  for (const group of statementsByProperty(records)) {
    const record = values.get(group.of) ?? new Map<string, PropertyValue | null>();
    values.set(group.of, record);
    if (isList(group.kind)) {
      for (const { id, standing } of group.statements)
        standings.set(id, standing === 'rejected' ? 'rejected' : 'stands');
      continue;
    }
    const standing = standingStatement(group, rankOf);
    for (const statement of group.statements)
      standings.set(statement.id, standingOf(statement, statement.id === standing?.id));
    record.set(group.property, standing ? toPropertyValue(group.kind, standing.value) : null);
  }
  const rejected = rejectedMembers(records);
  const settle = <Kept extends GraphNode | GraphRelationship>(record: Kept): Kept =>
    withValues(record, values.get(record.id), rejected);
  return {
    nodes: records.nodes.map(settle),
    relationships: records.relationships.map(settle),
    evidence: records.evidence,
    statements: records.statements.map((statement) => ({
      ...statement,
      standing: standings.get(statement.id) ?? statement.standing,
    })),
  };
}

/** Statements gathered by record and property, in the order of the records; those of unknown records left out. */
export function statementsByProperty(records: GraphRecords): PropertyStatements[] {
  const types = new Map<string, GraphNode['type'] | GraphRelationship['type']>();
  for (const { id, type } of [...records.nodes, ...records.relationships]) types.set(id, type);
  const groups = new Map<string, PropertyStatements & { readonly statements: Statement[] }>();
  for (const statement of records.statements) {
    const { of, property } = statement;
    const type = types.get(of);
    const kind = type ? kindOfProperty(type, property) : null;
    if (!kind) continue;
    const key = `${of} ${property}`;
    const group = groups.get(key) ?? { of, property, kind, statements: [] };
    group.statements.push(statement);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * The statement that stands: the best supported, by id where that does not decide; and where it is a date,
 * the finest of those that overlap it, since both can be true and the finer one tells more. Null where all are
 * rejected.
 */
export function standingStatement(
  { kind, statements }: PropertyStatements,
  rankOf: RankOf,
): Statement | null {
  const ordered = statements
    .filter(({ standing }) => standing !== 'rejected')
    .sort((a, b) => compareRanks(rankOf(a.id), rankOf(b.id)) || (a.id < b.id ? -1 : 1));
  const [best] = ordered;
  if (!best) return null;
  const bestDate = kind === 'date' ? parsePartialDate(String(best.value)) : null;
  if (!bestDate) return best;
  let [finest, span] = [best, dateSpan(bestDate)];
  for (const other of ordered) {
    const date = parsePartialDate(String(other.value));
    if (date && datesOverlap(date, bestDate) && dateSpan(date) < span)
      [finest, span] = [other, dateSpan(date)];
  }
  return finest;
}

/** Whether a property holds many values, each of which has a statement of its own. */
export function isList(kind: PropertyKind): boolean {
  return kind === 'texts' || kind === 'dates';
}

function standingOf(statement: Statement, stands: boolean): Standing {
  if (statement.standing === 'rejected') return 'rejected';
  return stands ? 'stands' : 'also said';
}

function toPropertyValue(kind: PropertyKind, value: StatementValue): PropertyValue | null {
  const checked = checkValue(kind, value);
  return checked.kind === 'value' ? checked.value : null;
}

/** What a curator rejected of lists, as `record property member`. */
function rejectedMembers(records: GraphRecords): ReadonlySet<string> {
  const rejected = records.statements.filter(({ standing }) => standing === 'rejected');
  return new Set(rejected.map(({ of, property, value }) => memberKey(of, property, value)));
}

function memberKey(of: string, property: string, member: StatementValue): string {
  return JSON.stringify([of, property, member]);
}

function withValues<Kept extends GraphNode | GraphRelationship>(
  record: Kept,
  settled: ReadonlyMap<string, PropertyValue | null> | undefined,
  rejected: ReadonlySet<string>,
): Kept {
  if (!settled) return record;
  const properties: Record<string, PropertyValue> = {};
  for (const [property, value] of Object.entries(record.properties)) {
    const now = settled.get(property);
    if (now === null && property !== 'name') continue;
    properties[property] = now ?? withoutMembers(value, record.id, property, rejected);
  }
  for (const [property, value] of settled) if (value !== null) properties[property] = value;
  // Each value was read by the kind of its own property, which the compiler cannot follow by name.
  return { ...record, properties } as Kept;
}

function withoutMembers(
  value: PropertyValue,
  of: string,
  property: string,
  rejected: ReadonlySet<string>,
): PropertyValue {
  if (!Array.isArray(value)) return value;
  const members = value as readonly (string | { readonly edtf: string })[];
  return members.filter((member) => {
    const form = typeof member === 'string' ? member : member.edtf;
    return !rejected.has(memberKey(of, property, form));
  }) as unknown as PropertyValue;
}
