import { type NodeType, nodeTypeNames } from '../../../../schema/node-types.ts';
import { type Direction, farTypesOf } from '../../../../schema/relationship-types.ts';
import type {
  Branch,
  EvidenceSelection,
  NodeSelection,
  RelationshipSelection,
  StatementSelection,
} from '../../read-plan.ts';
import type { CypherText } from './cypher-text.ts';
import { beyondPosition, sortAndLimit, walkThrough } from './order-to-cypher.ts';
import {
  evidenceColumns,
  farTypesOfBranch,
  type ListedProperty,
  nodeProperties,
  onlyType,
  readsItems,
  relationshipProperties,
  statementColumns,
  tellsDirection,
  tellsType,
} from './tree-layout.ts';
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

/** The list of a node as `tree-layout.ts` has it. `id` is an expression of its id where one is at hand. */
export function nodeTree(
  cypher: CypherText,
  node: string,
  select: NodeSelection,
  types: readonly NodeType[] | null,
  id: string = `${node}.id`,
): Tree {
  const parts = [
    ...(select.evidence ? [evidenceTrees(cypher, node, select.evidence)] : []),
    ...(select.statements ? [statementTrees(cypher, node, select.statements)] : []),
    ...(select.counts ? [relationshipCounts(cypher, node)] : []),
    ...select.branches.map((branch) => branchTree(cypher, node, branch)),
  ];
  const values = [
    ...(onlyType(types) ? [] : [`labels(${node})`]),
    id,
    `${node}.version`,
    `${node}.disputed`,
    ...columnsOf(node, nodeProperties(select)),
    ...parts.flatMap(({ value }) => (value === '' ? [] : [value])),
  ];
  return { calls: parts.flatMap(({ calls }) => calls), value: `[${values.join(', ')}]` };
}

/** `[type, id of its start, id of its end, …]`, then what every relationship has. */
export function relationshipTree(
  cypher: CypherText,
  { start, relationship, end }: RelationshipVariables,
  select: RelationshipSelection,
): Tree {
  const own = relationshipValues(cypher, relationship, select, `${relationship}.id`);
  const ends = [
    ...(select.from ? [nodeTree(cypher, start, select.from, null)] : []),
    ...(select.to ? [nodeTree(cypher, end, select.to, null)] : []),
  ];
  const values = [
    `type(${relationship})`,
    `${start}.id`,
    `${end}.id`,
    ...own.values,
    ...ends.map(({ value }) => value),
  ];
  return {
    calls: [...own.calls, ...ends.flatMap(({ calls }) => calls)],
    value: `[${values.join(', ')}]`,
  };
}

/** The values of a relationship from its id on, without its ends. */
function relationshipValues(
  cypher: CypherText,
  relationship: string,
  select: RelationshipSelection,
  id: string,
): { readonly calls: readonly string[]; readonly values: readonly string[] } {
  const parts = [
    ...(select.evidence ? [evidenceTrees(cypher, relationship, select.evidence)] : []),
    ...(select.statements ? [statementTrees(cypher, relationship, select.statements)] : []),
  ];
  return {
    calls: parts.flatMap(({ calls }) => calls),
    values: [
      id,
      `${relationship}.version`,
      `${relationship}.disputed`,
      ...columnsOf(relationship, relationshipProperties(select)),
      ...parts.map(({ value }) => value),
    ],
  };
}

function columnsOf(variable: string, properties: readonly ListedProperty[]): readonly string[] {
  return properties.flatMap(({ columns }) => columns.map((column) => `${variable}.${column}`));
}

/** A list of the columns of each piece of evidence, its document last where that is selected; in no order. */
function evidenceTrees(cypher: CypherText, of: string, select: EvidenceSelection): Tree {
  const [e, list] = [cypher.variable('e'), cypher.variable('x')];
  const document = select.document ? documentTree(cypher, e, select.document) : null;
  const columns = evidenceColumns.map((column) => `${e}.${column}`);
  return {
    calls: [
      `CALL (${of}) {`,
      `MATCH (${e}:_Evidence {of: ${of}.id})`,
      ...(document?.calls ?? []),
      `RETURN collect([${[...columns, ...(document ? [document.value] : [])].join(', ')}]) AS ${list}`,
      '}',
    ],
    value: list,
  };
}

function documentTree(cypher: CypherText, evidence: string, select: NodeSelection): Tree {
  const [d, value] = [cypher.variable('d'), cypher.variable('x')];
  const tree = nodeTree(cypher, d, select, null);
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

/** A list of the columns of each statement, its evidence last where that is selected; in no order. */
function statementTrees(cypher: CypherText, of: string, select: StatementSelection): Tree {
  const [s, list] = [cypher.variable('s'), cypher.variable('x')];
  const evidence = select.evidence ? evidenceTrees(cypher, s, select.evidence) : null;
  const columns = statementColumns.map((column) => `${s}.${column}`);
  return {
    calls: [
      `CALL (${of}) {`,
      `MATCH (${s}:_Statement {of: ${of}.id})`,
      ...(evidence?.calls ?? []),
      `RETURN collect([${[...columns, ...(evidence ? [evidence.value] : [])].join(', ')}]) AS ${list}`,
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

/**
 * The page as a list of items, then the total: each where it is asked for. An item is the keys of its place that are no
 * ids, the node, or its id where no node is selected, and what its relationship has.
 */
function branchTree(cypher: CypherText, parent: string, branch: Branch): Tree {
  const { page, order, relationship: selectRelationship, node: selectNode } = branch;
  const [r, m, w] = [cypher.variable('r'), cypher.variable('m'), cypher.variable('w')];
  const matching = branchConditions(cypher, parent, branch, r, m);
  const patterns = branchPatterns(branch, parent, r, m);
  const total = patterns.map((pattern) => `COUNT { ${matchPattern(pattern, matching)} }`).join(' + ') || '0';
  const totals = branch.countTotal ? [total] : [];
  if (!readsItems(branch) || selectRelationship === null) return { calls: [], value: totals.join(', ') };
  const walk = walkThrough(order, page, m, r);
  const conditions = [...matching, ...beyondPosition(cypher, walk)];
  const source = branchSource(parent, patterns, conditions, { r, m, w });
  const carried = tellsDirection(branch) ? [source.direction] : [];
  const sorted = sortAndLimit(cypher, walk, [r, m, ...carried]);
  const [relationshipId = '', farId = '', ...keys] = [...sorted.names].reverse();
  const relationship = relationshipValues(cypher, r, selectRelationship, relationshipId);
  const node = selectNode ? nodeTree(cypher, m, selectNode, farTypesOfBranch(branch), farId) : null;
  const values = [
    ...keys.reverse(),
    ...(tellsDirection(branch) ? [w] : []),
    ...(tellsType(branch) ? [`type(${r})`] : []),
    node?.value ?? farId,
    ...relationship.values,
  ];
  const list = cypher.variable('b');
  return {
    calls: [
      `CALL (${parent}) {`,
      ...source.lines,
      sorted.text,
      ...relationship.calls,
      ...(node?.calls ?? []),
      `RETURN collect([${values.join(', ')}]) AS ${list}`,
      '}',
    ],
    value: [list, ...totals].join(', '),
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
