import type { PropertyKind } from '../../../../schema/property-kinds.ts';
import type {
  CommonWhere,
  DateTest,
  EvidenceTest,
  Junction,
  Negation,
  NodeWhere,
  RelationshipWhere,
  Test,
} from '../../node-query.ts';
import { textKey } from '../text-key.ts';
import { kindOnNode, kindOnRelationship } from '../values.ts';
import type { CypherText } from './cypher-text.ts';

/**
 * The condition that holds for the variable where the filter matches. Within `and` and `or` a null of Cypher
 * does as false does, and WHERE takes it for false; so only `not` must turn it into false before it looks.
 */
export function nodeWhereToCypher(cypher: CypherText, variable: string, where: NodeWhere): string {
  switch (where.kind) {
    case 'and':
    case 'or':
    case 'not':
      return join(where, (inner) => nodeWhereToCypher(cypher, variable, inner));
    case 'type':
      return where.in.length > 0 ? `${variable}:${where.in.join('|')}` : 'false';
    case 'property':
      return testToCypher(cypher, `${variable}.${where.property}`, kindOnNode(where.property), where.test);
    case 'related': {
      const [r, m] = [cypher.variable('r'), cypher.variable('m')];
      const [start, end] = where.direction === 'out' ? ['-', '->'] : ['<-', '-'];
      const conditions = [
        ...(where.node ? [nodeWhereToCypher(cypher, m, where.node)] : []),
        ...(where.self ? [relationshipWhereToCypher(cypher, r, where.self)] : []),
      ];
      const pattern = `MATCH (${variable})${start}[${r}:${where.relationship}]${end}(${m})`;
      const exists = `EXISTS { ${pattern}${whereClause(conditions)} }`;
      return where.quantifier === 'some' ? exists : `NOT ${exists}`;
    }
    default:
      return commonToCypher(cypher, variable, where);
  }
}

/** As nodeWhereToCypher, for a variable that holds a relationship. */
export function relationshipWhereToCypher(
  cypher: CypherText,
  variable: string,
  where: RelationshipWhere,
): string {
  switch (where.kind) {
    case 'and':
    case 'or':
    case 'not':
      return join(where, (inner) => relationshipWhereToCypher(cypher, variable, inner));
    case 'type':
      return `type(${variable}) IN ${cypher.parameter(where.in)}`;
    case 'property':
      return testToCypher(
        cypher,
        `${variable}.${where.property}`,
        kindOnRelationship(where.property),
        where.test,
      );
    default:
      return commonToCypher(cypher, variable, where);
  }
}

/** ` WHERE a AND b`, or nothing where there is no condition. */
export function whereClause(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` WHERE ${conditions.map(bracket).join(' AND ')}` : '';
}

function join<Where>(where: Junction<Where> | Negation<Where>, toCypher: (inner: Where) => string): string {
  if (where.kind === 'not') return `NOT coalesce(${toCypher(where.of)}, false)`;
  if (where.of.length === 0) return where.kind === 'and' ? 'true' : 'false';
  return where.of.map((inner) => bracket(toCypher(inner))).join(where.kind === 'and' ? ' AND ' : ' OR ');
}

function bracket(condition: string): string {
  return `(${condition})`;
}

function commonToCypher(cypher: CypherText, variable: string, where: CommonWhere): string {
  switch (where.kind) {
    case 'disputed':
      return `${variable}.isDisputed = ${cypher.parameter(where.value)}`;
    case 'id':
      return `${variable}.id IN ${cypher.parameter(where.in)}`;
    case 'evidence':
      return evidenceToCypher(cypher, variable, where.test);
  }
}

function evidenceToCypher(cypher: CypherText, variable: string, test: EvidenceTest): string {
  const e = cypher.variable('e');
  const match = `MATCH (${e}:_Evidence) WHERE ${e}.of = ${variable}.id`;
  switch (test.kind) {
    case 'basis':
    case 'document':
      return `EXISTS { ${match} AND ${e}.${test.kind} IN ${cypher.parameter(test.in)} }`;
    case 'hasPrimarySource': {
      const d = cypher.variable('d');
      const exists = `EXISTS { ${match} MATCH (${d}:Entity {id: ${e}.document}) WHERE ${d}.standing = 'primary' }`;
      return test.value ? exists : `NOT ${exists}`;
    }
  }
}

/** A test that makes no sense for the kind of the property matches nothing, as a missing value does. */
function testToCypher(cypher: CypherText, property: string, kind: PropertyKind, test: Test): string {
  if (test.kind === 'isNull') {
    const present = kind === 'grade' ? `${property}_rank` : property;
    return `${present} IS ${test.value ? '' : 'NOT '}NULL`;
  }
  switch (kind) {
    case 'text':
    case 'longText':
    case 'link':
    case 'dateOrDuration':
      return textTest(cypher, `${property}_key`, test) ?? 'false';
    case 'texts': {
      const member = cypher.variable('x');
      const condition = textTest(cypher, member, test);
      return condition ? `any(${member} IN ${property}_key WHERE ${condition})` : 'false';
    }
    case 'number':
    case 'boolean':
      return plainTest(cypher, property, kind, test) ?? 'false';
    case 'grade':
      return test.kind === 'grade' ? gradeTest(cypher, property, test.scale, test.ranks) : 'false';
    case 'date':
      return isDateTest(test)
        ? dateTest(cypher, `${property}_earliest`, `${property}_latest`, test)
        : 'false';
    case 'dates': {
      if (!isDateTest(test)) return 'false';
      const i = cypher.variable('i');
      const condition = dateTest(cypher, `${property}_earliest[${i}]`, `${property}_latest[${i}]`, test);
      return `any(${i} IN range(0, coalesce(size(${property}), 0) - 1) WHERE ${condition})`;
    }
  }
}

function textTest(cypher: CypherText, key: string, test: Test): string | null {
  switch (test.kind) {
    case 'eq':
      return typeof test.value === 'string' ? `${key} = ${cypher.parameter(textKey(test.value))}` : null;
    case 'in': {
      const texts = test.values.filter((value) => typeof value === 'string').map(textKey);
      return `${key} IN ${cypher.parameter(texts)}`;
    }
    case 'contains':
      return `${key} CONTAINS ${cypher.parameter(textKey(test.text))}`;
    case 'startsWith':
      return `${key} STARTS WITH ${cypher.parameter(textKey(test.text))}`;
    default:
      return null;
  }
}

function plainTest(
  cypher: CypherText,
  property: string,
  kind: 'number' | 'boolean',
  test: Test,
): string | null {
  switch (test.kind) {
    case 'eq':
      return typeof test.value === kind ? `${property} = ${cypher.parameter(test.value)}` : null;
    case 'in':
      return `${property} IN ${cypher.parameter(test.values.filter((value) => typeof value === kind))}`;
    case 'lessThan':
    case 'greaterThan': {
      const operator = `${test.kind === 'lessThan' ? '<' : '>'}${test.orEqual ? '=' : ''}`;
      return kind === 'number' ? `${property} ${operator} ${cypher.parameter(test.value)}` : null;
    }
    default:
      return null;
  }
}

function gradeTest(
  cypher: CypherText,
  property: string,
  scale: string | null,
  ranks: readonly number[] | null,
): string {
  const conditions = [`${property}_rank IS NOT NULL`];
  if (scale !== null) conditions.push(`${property}_scale = ${cypher.parameter(scale)}`);
  if (ranks !== null) conditions.push(`${property}_rank IN ${cypher.parameter(ranks)}`);
  return conditions.join(' AND ');
}

function isDateTest(test: Test): test is DateTest {
  return 'earliest' in test;
}

function dateTest(
  cypher: CypherText,
  earliest: string,
  latest: string,
  { kind, earliest: first, latest: last }: DateTest,
): string {
  switch (kind) {
    case 'overlaps':
      return `${earliest} <= ${cypher.parameter(last)} AND ${latest} >= ${cypher.parameter(first)}`;
    case 'before': {
      // A first day lies before its last day; indexes by date begin with it.
      const end = cypher.parameter(first);
      return `${latest} < ${end} AND ${earliest} < ${end}`;
    }
    case 'after':
      return `${earliest} > ${cypher.parameter(last)}`;
    case 'certainlyIn': {
      const end = cypher.parameter(last);
      return `${earliest} >= ${cypher.parameter(first)} AND ${earliest} <= ${end} AND ${latest} <= ${end}`;
    }
  }
}
