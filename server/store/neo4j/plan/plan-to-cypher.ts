import { nodeTypeNames } from '../../../../schema/node-types.ts';
import type { NodeListPlan, NodeSelection, ReadPlan, RelationshipSelection } from '../../read-plan.ts';
import { type CypherText, newCypherText } from './cypher-text.ts';
import { dateWalk, walksByDate } from './date-walk.ts';
import { beyondPosition, sortAndLimit, type Walk, walkThrough } from './order-to-cypher.ts';
import { nodeTree, relationshipTree } from './selection-to-cypher.ts';
import { nodeWhereToCypher, whereClause } from './where-to-cypher.ts';

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
  const cypher = newCypherText();
  const lines = linesOf(cypher, plan);
  const ids = 'ids' in plan ? { ids: [...new Set<string>(plan.ids)] } : {};
  return { text: lines.join('\n'), parameters: { ...cypher.parameters, ...ids } };
}

function linesOf(cypher: CypherText, plan: ReadPlan): readonly string[] {
  switch (plan.kind) {
    case 'nodesById': {
      const tree = nodeTree(cypher, 'n', plan.select);
      return [
        'UNWIND $ids AS id',
        'MATCH (n:Entity {id: id})',
        ...tree.calls,
        `RETURN ${tree.value} AS tree`,
      ];
    }
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
  const label = nodeTypeNames.every((type) => types.includes(type)) ? 'Entity' : types.join('|') || 'Entity';
  const matching = types.length === 0 ? ['false'] : [];
  if (where) matching.push(nodeWhereToCypher(cypher, 'n', where));
  const total = countTotal ? `COUNT { MATCH (n:${label})${whereClause(matching)} }` : 'null';
  if (select === null || page.limit === 0) return [`RETURN null AS page, ${total} AS total`];
  const entry = listEntry(cypher, label, matching, walkThrough(order, page, 'n', null));
  const tree = nodeTree(cypher, 'n', select);
  return [
    'CALL () {',
    ...entry.lines,
    ...tree.calls,
    `RETURN collect([${entry.position}, ${tree.value}]) AS page`,
    '}',
    `RETURN page, ${total} AS total`,
  ];
}

/**
 * How a list is entered, sorted and limited. Where nothing but its order leads to the nodes, the index in that order
 * is named: the statistics of a young database would have the planner sort all nodes instead.
 */
function listEntry(
  cypher: CypherText,
  label: string,
  matching: readonly string[],
  walk: Walk,
): { readonly lines: readonly string[]; readonly position: string } {
  const alone = matching.length === 0 && !label.includes('|');
  if (alone && walksByDate(walk)) {
    const lines = dateWalk(cypher, label, walk);
    const { text, position } = sortAndLimit(cypher, walk, ['n']);
    return { lines: [...lines, text], position };
  }
  // True of all our nodes; the indexes over a sort key and the id serve only who asks for both to be there.
  const present = ['n.id IS NOT NULL'];
  const byName = walk.expressions[0] === 'n.name_key';
  if (byName) present.push('n.name_key IS NOT NULL');
  const hint = alone && byName ? ` USING INDEX n:${label}(name_key, id)` : '';
  const where = whereClause([...present, ...matching, ...beyondPosition(cypher, walk)]);
  const { text, position } = sortAndLimit(cypher, walk, ['n']);
  return { lines: [`MATCH (n:${label})${hint}${where}`, text], position };
}

function supports(cypher: CypherText, plan: Extract<ReadPlan, { kind: 'supports' }>): readonly string[] {
  const { document, page, countTotal } = plan;
  // The id is named because the index over document and id serves only who asks for both.
  const match = `MATCH (e:_Evidence {document: ${cypher.parameter(document)}})`;
  const inDocument = 'e.id IS NOT NULL';
  const total = countTotal ? `COUNT { ${match} WHERE ${inDocument} }` : 'null';
  if (page.limit === 0) return [`RETURN null AS page, ${total} AS total`];
  const walk = walkThrough([], page, 'e', null);
  const beyond = beyondPosition(cypher, walk);
  const sorted = sortAndLimit(cypher, walk, ['e']);
  return [
    'CALL () {',
    match + whereClause([inDocument, ...beyond]),
    sorted.text,
    'CALL (e) { MATCH (s:_Statement {id: e.of}) RETURN head(collect(s)) AS s }',
    `WITH e, s, coalesce(s.of, e.of) AS target, ${sorted.position} AS position`,
    ...supportedNode(cypher, plan.node),
    ...supportedRelationship(cypher, plan.relationship),
    'RETURN collect([position, e {.*}, s {.*}, node, relationship]) AS page',
    '}',
    `RETURN page, ${total} AS total`,
  ];
}

function supportedNode(cypher: CypherText, select: NodeSelection | null): readonly string[] {
  if (!select) return ['CALL () { RETURN null AS node }'];
  const tree = nodeTree(cypher, 'n', select);
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
