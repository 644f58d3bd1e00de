import { nodeTypeNames } from '../../../../schema/node-types.ts';
import { type Direction, farTypesOf } from '../../../../schema/relationship-types.ts';
import type {
  Branch,
  EvidenceSelection,
  NodeSelection,
  RelationshipSelection,
  StatementSelection,
} from '../../read-plan.ts';
import { columnsToRead, type KindOf, kindOnNode, kindOnRelationship } from '../values.ts';
import type { CypherText } from './cypher-text.ts';
import { beyondPosition, sortAndLimit, walkThrough } from './order-to-cypher.ts';
import { nodeWhereToCypher, relationshipWhereToCypher, whereClause } from './where-to-cypher.ts';

/** What reads a record with all below it: calls to stand before, and the expression that they make possible. */
export interface Tree {
  readonly calls: readonly string[];
  readonly value: string;
}

export interface RelationshipVariables {
  readonly start: string;
  readonly relationship: string;
  readonly end: string;
}

/** `[labels, properties, evidence, statements, counts, [[page, total], … one a branch]]`; what was not selected is null. */
export function nodeTree(cypher: CypherText, node: string, select: NodeSelection): Tree {
  const properties = projection(node, ['name', ...select.properties], kindOnNode);
  const evidence = evidenceTrees(cypher, node, select.evidence);
  const statements = statementTrees(cypher, node, select.statements);
  const counts = select.counts ? relationshipCounts(cypher, node) : nothing;
  const branches = select.branches.map((branch) => branchTree(cypher, node, branch));
  const parts = [evidence, statements, counts, ...branches];
  const values = [`labels(${node})`, properties, evidence.value, statements.value, counts.value];
  const pages = branches.map(({ value }) => value).join(', ');
  return {
    calls: parts.flatMap(({ calls }) => calls),
    value: `[${values.join(', ')}, [${pages}]]`,
  };
}

/** `[type, id of its start, id of its end, properties, evidence, statements, start, end]`. */
export function relationshipTree(
  cypher: CypherText,
  { start, relationship, end }: RelationshipVariables,
  select: RelationshipSelection,
): Tree {
  const properties = projection(relationship, select.properties, kindOnRelationship);
  const evidence = evidenceTrees(cypher, relationship, select.evidence);
  const statements = statementTrees(cypher, relationship, select.statements);
  const from = select.from ? nodeTree(cypher, start, select.from) : nothing;
  const to = select.to ? nodeTree(cypher, end, select.to) : nothing;
  const parts = [evidence, statements, from, to];
  const ends = `startNode(${relationship}).id, endNode(${relationship}).id`;
  return {
    calls: parts.flatMap(({ calls }) => calls),
    value: `[type(${relationship}), ${ends}, ${properties}, ${parts.map(({ value }) => value).join(', ')}]`,
  };
}

const nothing: Tree = { calls: [], value: 'null' };

function projection(variable: string, properties: readonly string[], kindOf: KindOf): string {
  const columns = [...new Set(properties)].flatMap((property) => columnsToRead(property, kindOf(property)));
  return `${variable} {${['id', 'version', 'disputed', ...columns].map((column) => `.${column}`).join(', ')}}`;
}

/** A list of `[evidence, document]`, in no order; null where it was not selected. */
function evidenceTrees(cypher: CypherText, of: string, select: EvidenceSelection | null): Tree {
  if (!select) return nothing;
  const [e, list] = [cypher.variable('e'), cypher.variable('x')];
  const document = select.document ? documentTree(cypher, e, select.document) : nothing;
  return {
    calls: [
      `CALL (${of}) {`,
      `MATCH (${e}:_Evidence {of: ${of}.id})`,
      ...document.calls,
      `RETURN collect([${e} {.*}, ${document.value}]) AS ${list}`,
      '}',
    ],
    value: list,
  };
}

function documentTree(cypher: CypherText, evidence: string, select: NodeSelection): Tree {
  const [d, value] = [cypher.variable('d'), cypher.variable('x')];
  const tree = nodeTree(cypher, d, select);
  return {
    calls: [
      `CALL (${evidence}) {`,
      `MATCH (${d}:Entity {id: ${evidence}.document})`,
      ...tree.calls,
      `RETURN head(collect(${tree.value})) AS ${value}`,
      '}',
    ],
    value,
  };
}

/** A list of `[statement, its evidence]`, in no order; null where it was not selected. */
function statementTrees(cypher: CypherText, of: string, select: StatementSelection | null): Tree {
  if (!select) return nothing;
  const [s, list] = [cypher.variable('s'), cypher.variable('x')];
  const evidence = evidenceTrees(cypher, s, select.evidence);
  return {
    calls: [
      `CALL (${of}) {`,
      `MATCH (${s}:_Statement {of: ${of}.id})`,
      ...evidence.calls,
      `RETURN collect([${s} {.*}, ${evidence.value}]) AS ${list}`,
      '}',
    ],
    value: list,
  };
}

/** A list of `[type, direction, relationships, distinct neighbours]`, in no order. */
function relationshipCounts(cypher: CypherText, node: string): Tree {
  const [list, r, m] = [cypher.variable('x'), cypher.variable('r'), cypher.variable('m')];
  const arm = (pattern: string, direction: Direction) =>
    `MATCH ${pattern} WITH type(${r}) AS type, count(${r}) AS all, count(DISTINCT ${m}) AS distinct ` +
    `RETURN [type, '${direction}', all, distinct] AS c`;
  return {
    calls: [
      `CALL (${node}) {`,
      `CALL (${node}) {`,
      arm(`(${node})-[${r}]->(${m})`, 'out'),
      'UNION ALL',
      arm(`(${node})<-[${r}]-(${m})`, 'in'),
      '}',
      `RETURN collect(c) AS ${list}`,
      '}',
    ],
    value: list,
  };
}

/** `[page, total]`, the page as a list of `[position, relationship, direction, node]`. */
function branchTree(cypher: CypherText, parent: string, branch: Branch): Tree {
  const { page, order, relationship: selectRelationship, node: selectNode } = branch;
  const [r, m, w] = [cypher.variable('r'), cypher.variable('m'), cypher.variable('w')];
  const matching = branchConditions(cypher, parent, branch, r, m);
  const patterns = branchPatterns(branch, parent, r, m);
  const total = branch.countTotal
    ? patterns.map((pattern) => `COUNT { ${matchPattern(pattern, matching)} }`).join(' + ') || '0'
    : 'null';
  if (page.limit === 0 || selectRelationship === null || patterns.length === 0)
    return { calls: [], value: `[null, ${total}]` };
  const walk = walkThrough(order, page, m, r);
  const conditions = [...matching, ...beyondPosition(cypher, walk)];
  const source = branchSource(parent, patterns, conditions, { r, m, w });
  const sorted = sortAndLimit(cypher, walk, [r, m, source.direction]);
  const relationship = relationshipTree(cypher, { start: m, relationship: r, end: m }, selectRelationship);
  const node = selectNode ? nodeTree(cypher, m, selectNode) : nothing;
  const list = cypher.variable('b');
  return {
    calls: [
      `CALL (${parent}) {`,
      ...source.lines,
      sorted.text,
      ...relationship.calls,
      ...node.calls,
      `RETURN collect([${sorted.position}, ${relationship.value}, ${w}, ${node.value}]) AS ${list}`,
      '}',
    ],
    value: `[${list}, ${total}]`,
  };
}

/** Binds the relationship and the far node, and says how to name the direction beside them. */
function branchSource(
  parent: string,
  patterns: readonly BranchPattern[],
  conditions: readonly string[],
  { r, m, w }: { readonly r: string; readonly m: string; readonly w: string },
): { readonly lines: readonly string[]; readonly direction: string } {
  const [only, ...others] = patterns;
  if (only && others.length === 0)
    return { lines: [matchPattern(only, conditions)], direction: `'${only.direction}' AS ${w}` };
  const arms = patterns.map(
    (pattern) => `${matchPattern(pattern, conditions)} RETURN ${r}, ${m}, '${pattern.direction}' AS ${w}`,
  );
  return { lines: [`CALL (${parent}) {`, arms.join('\nUNION ALL\n'), '}'], direction: w };
}

function matchPattern({ match, conditions }: BranchPattern, more: readonly string[]): string {
  return `MATCH ${match}${whereClause([...conditions, ...more])}`;
}

interface BranchPattern {
  readonly match: string;
  readonly direction: Direction;
  readonly conditions: readonly string[];
}

/**
 * One pattern a direction. A relationship from a node to itself that is followed both ways comes once, as one that
 * goes out, so that its position is its own.
 */
function branchPatterns({ follow }: Branch, parent: string, r: string, m: string): readonly BranchPattern[] {
  const typesOf = (direction: Direction) =>
    follow.filter((step) => step.direction === direction).map(({ relationship }) => relationship);
  const [out, back] = [typesOf('out'), typesOf('in')];
  const both = back.filter((type) => out.includes(type)).map((type) => `'${type}'`);
  const patterns: BranchPattern[] = [];
  if (out.length > 0)
    patterns.push({ match: `(${parent})-[${r}:${out.join('|')}]->(${m})`, direction: 'out', conditions: [] });
  if (back.length > 0)
    patterns.push({
      match: `(${parent})<-[${r}:${back.join('|')}]-(${m})`,
      direction: 'in',
      conditions: both.length > 0 ? [`${m} <> ${parent} OR NOT type(${r}) IN [${both.join(', ')}]`] : [],
    });
  return patterns;
}

function branchConditions(
  cypher: CypherText,
  parent: string,
  { onTypes, follow, where, relationshipWhere }: Branch,
  r: string,
  m: string,
): readonly string[] {
  const conditions: string[] = [];
  // Where the relationship types imply the parent's type, its labels are not looked at.
  const implied = nodeTypeNames.filter((type) =>
    follow.some(({ relationship, direction }) =>
      farTypesOf(relationship, direction === 'out' ? 'in' : 'out').includes(type),
    ),
  );
  if (!implied.every((type) => onTypes.includes(type)))
    conditions.push(onTypes.length > 0 ? `${parent}:${onTypes.join('|')}` : 'false');
  if (where) conditions.push(nodeWhereToCypher(cypher, m, where));
  if (relationshipWhere) conditions.push(relationshipWhereToCypher(cypher, r, relationshipWhere));
  return conditions;
}
