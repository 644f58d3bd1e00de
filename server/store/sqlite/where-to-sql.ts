import { foldText } from '../../../schema/fold-text.ts';
import type { PropertyName, RelationshipPropertyName } from '../../../schema/properties.ts';
import type { PropertyKind } from '../../../schema/property-kinds.ts';
import type {
  CommonWhere,
  EvidenceTest,
  GradeTest,
  NodeWhere,
  RelationshipWhere,
  Test,
} from '../node-query.ts';
import { type ColumnPart, columnOf, nodeKindOf, relationshipKindOf } from './columns.ts';
import type { SqlValues } from './sql-values.ts';

const NOTHING = '0';
const EVERYTHING = '1';

/**
 * A filter as a condition on the table that `alias` names. A condition may come out as NULL, which counts as no
 * match; `not` turns that into a match, so that filters have two values as the port says.
 */
export function nodeWhereToSql(where: NodeWhere | null, alias: string, values: SqlValues): string {
  if (!where) return EVERYTHING;
  switch (where.kind) {
    case 'and':
    case 'or':
      return join(
        where.kind,
        where.of.map((part) => nodeWhereToSql(part, alias, values)),
      );
    case 'not':
      return negate(nodeWhereToSql(where.of, alias, values));
    case 'type':
      return isOneOf(`${alias}.type`, where.in, values);
    case 'property':
      return testToSql(alias, where.property, nodeKindOf(where.property), where.test, values);
    case 'related':
      return relatedToSql(where, alias, values);
    default:
      return commonToSql(where, alias, values);
  }
}

/** As nodeWhereToSql, on a table of relationships. */
export function relationshipWhereToSql(
  where: RelationshipWhere | null,
  alias: string,
  values: SqlValues,
): string {
  if (!where) return EVERYTHING;
  switch (where.kind) {
    case 'and':
    case 'or':
      return join(
        where.kind,
        where.of.map((part) => relationshipWhereToSql(part, alias, values)),
      );
    case 'not':
      return negate(relationshipWhereToSql(where.of, alias, values));
    case 'type':
      return isOneOf(`${alias}.type`, where.in, values);
    case 'property':
      return testToSql(alias, where.property, relationshipKindOf(where.property), where.test, values);
    default:
      return commonToSql(where, alias, values);
  }
}

/** One value is tested by `=`, which an index serves in order; more by a list. */
export function isOneOf(column: string, given: readonly string[], values: SqlValues): string {
  const [only, ...others] = given;
  if (only === undefined) return NOTHING;
  return others.length === 0
    ? `${column} = ${values.add(only)}`
    : `${column} IN ${values.addList([...given])}`;
}

function join(kind: 'and' | 'or', parts: readonly string[]): string {
  if (parts.length === 0) return kind === 'and' ? EVERYTHING : NOTHING;
  return `(${parts.join(kind === 'and' ? ' AND ' : ' OR ')})`;
}

function negate(condition: string): string {
  return `NOT coalesce(${condition}, 0)`;
}

function commonToSql(where: CommonWhere, alias: string, values: SqlValues): string {
  switch (where.kind) {
    case 'disputed':
      return `${alias}.is_disputed = ${values.add(where.value)}`;
    case 'id':
      return isOneOf(`${alias}.id`, where.in, values);
    case 'evidence':
      return evidenceToSql(where.test, alias, values);
  }
}

function evidenceToSql(test: EvidenceTest, alias: string, values: SqlValues): string {
  const e = values.alias();
  const some = `EXISTS (SELECT 1 FROM evidence ${e}`;
  const own = `${e}.of = ${alias}.id`;
  if (test.kind === 'basis') return `${some} WHERE ${own} AND ${isOneOf(`${e}.basis`, test.in, values)})`;
  if (test.kind === 'document')
    return `${some} WHERE ${own} AND ${isOneOf(`${e}.document`, test.in, values)})`;
  const d = values.alias();
  const standing = `${d}.${columnOf('standing', 'value')} = 'primary'`;
  const primary = `${some} JOIN node ${d} ON ${d}.id = ${e}.document WHERE ${own} AND ${standing})`;
  return test.value ? primary : `NOT ${primary}`;
}

function relatedToSql(
  where: Extract<NodeWhere, { kind: 'related' }>,
  alias: string,
  values: SqlValues,
): string {
  const r = values.alias();
  const [near, far] = where.direction === 'out' ? ['from_pk', 'to_pk'] : ['to_pk', 'from_pk'];
  const conditions = [
    `${r}.${near} = ${alias}.pk`,
    `${r}.type = ${values.add(where.relationship)}`,
    relationshipWhereToSql(where.self, r, values),
  ];
  let tables = `relationship ${r}`;
  if (where.node) {
    const n = values.alias();
    tables += ` JOIN node ${n} ON ${n}.pk = ${r}.${far}`;
    conditions.push(nodeWhereToSql(where.node, n, values));
  }
  const some = `EXISTS (SELECT 1 FROM ${tables} WHERE ${conditions.join(' AND ')})`;
  return where.quantifier === 'some' ? some : `NOT ${some}`;
}

function testToSql(
  alias: string,
  property: PropertyName | RelationshipPropertyName,
  kind: PropertyKind,
  test: Test,
  values: SqlValues,
): string {
  const column = (part: ColumnPart) => `${alias}."${columnOf(property, part)}"`;
  if (test.kind === 'isNull') return `${column('value')} IS ${test.value ? '' : 'NOT '}NULL`;
  switch (kind) {
    case 'number':
      return numberToSql(column('value'), test, values);
    case 'boolean':
      return test.kind === 'eq' && typeof test.value === 'boolean'
        ? `${column('value')} = ${values.add(test.value)}`
        : NOTHING;
    case 'date':
      return dateToSql(column('earliest'), column('latest'), test, values);
    case 'grade':
      return test.kind === 'grade' ? gradeToSql(column('value'), column('rank'), test, values) : NOTHING;
    case 'texts':
      return someMember(column('key'), values, (member) => textToSql(`${member}.value`, test, values));
    case 'dates':
      return someMember(column('value'), values, (member) =>
        dateToSql(`${member}.value ->> 'earliest'`, `${member}.value ->> 'latest'`, test, values),
      );
    default:
      return textToSql(column('key'), test, values);
  }
}

/** Tests that a kind of property does not know match nothing. */
function textToSql(key: string, test: Test, values: SqlValues): string {
  switch (test.kind) {
    case 'eq':
      return typeof test.value === 'string' ? `${key} = ${values.add(foldText(test.value))}` : NOTHING;
    case 'in':
      return isOneOf(
        key,
        test.values.flatMap((value) => (typeof value === 'string' ? [foldText(value)] : [])),
        values,
      );
    case 'contains':
      return `instr(${key}, ${values.add(foldText(test.text))}) > 0`;
    case 'startsWith': {
      const prefix = foldText(test.text);
      const start = values.add(prefix);
      // The first part lets an index seek; the second decides, by code points as SQLite counts them.
      return `(${key} >= ${start} AND substr(${key}, 1, ${values.add([...prefix].length)}) = ${start})`;
    }
    default:
      return NOTHING;
  }
}

function numberToSql(column: string, test: Test, values: SqlValues): string {
  switch (test.kind) {
    case 'eq':
      return typeof test.value === 'number' ? `${column} = ${values.add(test.value)}` : NOTHING;
    case 'in':
      // Not a JSON list: SQLite may read the last digit of a number's text otherwise than JavaScript wrote it.
      return `${column} IN (${test.values
        .filter((value) => typeof value === 'number')
        .map((value) => values.add(value))
        .join(', ')})`;
    case 'lessThan':
      return `${column} <${test.orEqual ? '=' : ''} ${values.add(test.value)}`;
    case 'greaterThan':
      return `${column} >${test.orEqual ? '=' : ''} ${values.add(test.value)}`;
    default:
      return NOTHING;
  }
}

function dateToSql(earliest: string, latest: string, test: Test, values: SqlValues): string {
  // A value is noted only where the text has it: SQLite refuses values that it does not use.
  switch (test.kind) {
    case 'overlaps':
      return `(${earliest} <= ${values.add(test.latest)} AND ${latest} >= ${values.add(test.earliest)})`;
    case 'before': {
      const bound = values.add(test.earliest);
      // The first day lies before it too, which says no more, and by which an index can be entered.
      return `(${latest} < ${bound} AND ${earliest} < ${bound})`;
    }
    case 'after':
      return `${earliest} > ${values.add(test.latest)}`;
    case 'certainlyIn':
      return `(${earliest} >= ${values.add(test.earliest)} AND ${latest} <= ${values.add(test.latest)})`;
    default:
      return NOTHING;
  }
}

function gradeToSql(scale: string, rank: string, test: GradeTest, values: SqlValues): string {
  const conditions = [`${rank} IS NOT NULL`];
  if (test.scale !== null) conditions.push(`${scale} = ${values.add(test.scale)}`);
  if (test.ranks !== null) conditions.push(`${rank} IN ${values.addList(test.ranks)}`);
  return join('and', conditions);
}

/** A list that is missing is read as one without members. */
function someMember(list: string, values: SqlValues, condition: (member: string) => string): string {
  const member = values.alias();
  return `EXISTS (SELECT 1 FROM json_each(${list}) ${member} WHERE ${condition(member)})`;
}
