import type { NodeType } from '../../../../schema/node-types.ts';
import type { NodeWhere } from '../../node-query.ts';
import type { NodeListPlan, NodeSelection, ReadPlan, RelationshipSelection } from '../../read-plan.ts';
import { type CypherText, newCypherText } from './cypher-text.ts';
import { gradeCount } from './grade-count.ts';
import { conditionsOf, labelOf, listEntry, partsOf } from './list-entry.ts';
import { beyondPosition, sortAndLimit, walkThrough } from './order-to-cypher.ts';
import { nodeTree, relationshipTree, type Tree } from './selection-to-cypher.ts';
import { evidenceColumns, onlyType, statementColumns } from './tree-layout.ts';
import { whereClause } from './where-to-cypher.ts';

/** A query with its parameters. Plans of one shape have one text, whatever their values are. */
export interface Query {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The one query that runs a plan whole. Each level is sorted and limited before it is expanded, and its items
 * are collected there, so that a row of the answer is a tree. `plan-answer.ts` reads what comes back:
 * - nodesById, relationshipsById: one row a record, `tree`. The ids are the parameter `ids`.
 * - nodes, supports: one row, `page` and `total`; each is null where it was not asked for.
 */
export function planToCypher(plan: ReadPlan): Query {
  if (plan.kind === 'nodesById') {
    const { text, parameters } = nodesById(plan.select);
    return { text, parameters: { ...parameters, ids: distinct(plan.ids) } };
  }
  const cypher = newCypherText();
  const lines = linesOf(cypher, plan);
  const ids = 'ids' in plan ? { ids: distinct(plan.ids) } : {};
  return { text: lines.join('\n'), parameters: { ...cypher.parameters, ...ids } };
}

const lookUps = new WeakMap<NodeSelection, Query>();

/** The query for nodes by id, without the ids: the same object for the same selection, which it is kept by. */
export function nodesById(select: NodeSelection): Query {
  const known = lookUps.get(select);
  if (known) return known;
  const cypher = newCypherText();
  const tree = nodeTree(cypher, 'n', select, null);
  const lines = [
    'UNWIND $ids AS id',
    'MATCH (n:Entity {id: id})',
    ...tree.calls,
    `RETURN ${tree.value} AS tree`,
  ];
  const query = { text: lines.join('\n'), parameters: cypher.parameters };
  lookUps.set(select, query);
  return query;
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

function linesOf(cypher: CypherText, plan: Exclude<ReadPlan, { kind: 'nodesById' }>): readonly string[] {
  switch (plan.kind) {
    case 'relationshipsById': {
      const tree = relationshipTree(cypher, { start: 'a', relationship: 'r', end: 'b' }, plan.select);
      return [
        'UNWIND $ids AS id',
        ...callRelationshipById('id'),
        ...tree.calls,
        `RETURN ${tree.value} AS tree`,
      ];
    }
    case 'nodes':
      return nodeList(cypher, plan);
    case 'supports':
      return supports(cypher, plan);
  }
}

/**
 * Binds `a`, `r` and `b` to the relationship with this id and its ends. An index of Neo4j serves one relationship
 * type, and an id does not tell the type: so the way leads over its evidence, which it always has and which names
 * the ends. (A union over all types takes Neo4j a second to plan.)
 */
export function callRelationshipById(id: string): readonly string[] {
  return [
    `CALL (${id}) {`,
    `MATCH (e:_Evidence {of: ${id}}) WITH e LIMIT 1`,
    `MATCH (a:Entity {id: e.start})-[r]->(b:Entity {id: e.end}) WHERE r.id = ${id}`,
    'RETURN a, r, b',
    '}',
  ];
}

function nodeList(cypher: CypherText, plan: NodeListPlan): readonly string[] {
  const { types, where, order, page, countTotal, select } = plan;
  const total = countTotal ? countOf(cypher, types, where) : 'null';
  if (select === null || page.limit === 0) return [`RETURN null AS page, ${total} AS total`];
  const entry = listEntry(cypher, types, where, walkThrough(order, page, 'n', null));
  const [id = '', ...keys] = [...entry.names].reverse();
  const tree = keepTree(cypher, select, types, id);
  return [
    'CALL () {',
    ...entry.lines,
    ...tree.calls,
    `RETURN collect([${[...keys.reverse(), tree.value].join(', ')}]) AS page`,
    '}',
    `RETURN page, ${total} AS total`,
  ];
}

function countOf(cypher: CypherText, types: readonly NodeType[], where: NodeWhere | null): string {
  const byGrade = gradeCount(cypher, types, partsOf(where));
  return byGrade ?? `COUNT { MATCH (n:${labelOf(types)})${whereClause(conditionsOf(cypher, types, where))} }`;
}

function supports(cypher: CypherText, plan: Extract<ReadPlan, { kind: 'supports' }>): readonly string[] {
  const { document, page, countTotal } = plan;
  // The id is named because the index over document and id serves only who asks for both.
  const match = 'MATCH (e:_Evidence)';
  const inDocument = [`e.document = ${cypher.parameter(document)}`, 'e.id IS NOT NULL'];
  const total = countTotal ? `COUNT { ${match}${whereClause(inDocument)} }` : 'null';
  if (page.limit === 0) return [`RETURN null AS page, ${total} AS total`];
  const walk = walkThrough([], page, 'e', null);
  const beyond = beyondPosition(cypher, walk);
  const sorted = sortAndLimit(cypher, walk, ['e'], ['e.document']);
  return [
    'CALL () {',
    `${match} USING INDEX e:_Evidence(document, id)${whereClause([...inDocument, ...beyond])}`,
    sorted.text,
    'CALL (e) { MATCH (s:_Statement {id: e.of}) RETURN head(collect(s)) AS s }',
    `WITH e, s, coalesce(s.of, e.of) AS target, [${sorted.names.join(', ')}] AS position`,
    ...supportedNode(cypher, plan.node),
    ...supportedRelationship(cypher, plan.relationship),
    `RETURN collect([position, ${listOf('e', evidenceColumns)}, CASE WHEN s IS NOT NULL THEN ${listOf('s', statementColumns)} END, node, relationship]) AS page`,
    '}',
    `RETURN page, ${total} AS total`,
  ];
}

function supportedNode(cypher: CypherText, select: NodeSelection | null): readonly string[] {
  if (!select) return ['CALL () { RETURN null AS node }'];
  const tree = nodeTree(cypher, 'n', select, null);
  return [
    'CALL (target) {',
    'MATCH (n:Entity {id: target})',
    ...tree.calls,
    `RETURN head(collect(${tree.value})) AS node`,
    '}',
  ];
}

function supportedRelationship(cypher: CypherText, select: RelationshipSelection | null): readonly string[] {
  if (!select) return ['CALL () { RETURN null AS relationship }'];
  const tree = relationshipTree(cypher, { start: 'a', relationship: 'r', end: 'b' }, select);
  return [
    'CALL (target) {',
    ...callRelationshipById('target'),
    ...tree.calls,
    `RETURN head(collect(${tree.value})) AS relationship`,
    '}',
  ];
}

function listOf(variable: string, columns: readonly string[]): string {
  return `[${columns.map((column) => `${variable}.${column}`).join(', ')}]`;
}

interface KeptTree {
  readonly tree: Tree;
  readonly parameters: CypherText['parameters'];
}

const keptTrees = new WeakMap<NodeSelection, Map<string, KeptTree>>();

/** The tree below `n`, which depends on the selection and not on the list that it is in: made once a selection. */
function keepTree(cypher: CypherText, select: NodeSelection, types: readonly NodeType[], id: string): Tree {
  const kept = keptTrees.get(select) ?? new Map<string, KeptTree>();
  keptTrees.set(select, kept);
  const key = `${onlyType(types)} ${id}`;
  let made = kept.get(key);
  if (!made) {
    const own = newCypherText('t');
    made = { tree: nodeTree(own, 'n', select, types, id), parameters: own.parameters };
    kept.set(key, made);
  }
  cypher.adopt(made.parameters);
  return made.tree;
}
