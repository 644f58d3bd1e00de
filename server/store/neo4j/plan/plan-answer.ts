import type { NodeId } from '../../../../schema/ids.ts';
import type { NodeType } from '../../../../schema/node-types.ts';
import { isRelationshipType } from '../../../../schema/parse-record.ts';
import type { PropertyValue } from '../../../../schema/property-kinds.ts';
import {
  type Evidence,
  type GraphNode,
  type GraphRelationship,
  type Statement,
  standings,
} from '../../../../schema/records.ts';
import {
  type Direction,
  type RelationshipType,
  relationshipTypeNames,
} from '../../../../schema/relationship-types.ts';
import type { Position } from '../../node-query.ts';
import { pageOf } from '../../page-of.ts';
import type {
  Branch,
  BranchItem,
  EvidenceSelection,
  EvidenceTree,
  NodeSelection,
  NodeTree,
  Page,
  ReadAnswer,
  ReadPlan,
  RelationshipCount,
  RelationshipSelection,
  RelationshipTree,
  StatementSelection,
  StatementTree,
  SupportTree,
} from '../../read-plan.ts';
import { unspellKey } from '../text-key.ts';
import { type Row, typeAmong, valueOfColumns } from '../values.ts';
import {
  evidenceColumns,
  type ListedProperty,
  layoutOf,
  nodeProperties,
  onlyType,
  readsItems,
  relationshipProperties,
  statementColumns,
} from './tree-layout.ts';

/*
 * The trees as `selection-to-cypher.ts` writes them, in the layout of `tree-layout.ts`. Neo4j cannot say in types what a
 * list holds, so each function here names the form of what it takes apart, and nothing else trusts it.
 */
type List = readonly unknown[];

/** A list that is taken apart from its start. */
interface Reading {
  readonly list: List;
  at: number;
}

function startReading(list: unknown): Reading {
  return { list: list as List, at: 0 };
}

function next<Value>(reading: Reading): Value {
  return reading.list[reading.at++] as Value;
}

/** The answer that the rows of the plan's query come to. */
export function planAnswer(plan: ReadPlan, rows: readonly Row[]): ReadAnswer {
  const [first] = rows;
  switch (plan.kind) {
    case 'nodesById': {
      const trees = rows.map(({ tree }) => readNode(tree, plan.select, null));
      return { kind: plan.kind, nodes: inOrderOf(plan.ids, trees, ({ node }) => node.id) };
    }
    case 'relationshipsById': {
      const trees = rows.map(({ tree }) => readRelationship(tree, plan.select));
      const relationships = inOrderOf(plan.ids, trees, ({ relationship }) => relationship.id);
      return { kind: plan.kind, relationships };
    }
    case 'nodes': {
      const { select } = plan;
      const items = ((first?.page ?? []) as List[]).flatMap((item) => {
        if (!select) return [];
        const node = readNode(item.at(-1), select, plan.types);
        return [{ position: [...readPosition(item, item.length - 1), node.node.id], node }];
      });
      return { kind: plan.kind, page: pageOf(items, plan.page, readTotal(first?.total)) };
    }
    case 'supports': {
      const items = ((first?.page ?? []) as unknown[][]).map((item) => readSupport(item, plan));
      return { kind: plan.kind, page: pageOf(items, plan.page, readTotal(first?.total)) };
    }
  }
}

/** The id of the node that a row of a plan of nodes by id brings; its labels stand before it. */
export function idOfNodeRow({ tree }: Row): string {
  return (tree as readonly [unknown, string])[1];
}

function inOrderOf<Id extends string, Tree>(
  ids: readonly Id[],
  trees: readonly Tree[],
  idOf: (tree: Tree) => Id,
): readonly Tree[] {
  const byId = new Map(trees.map((tree) => [idOf(tree), tree]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Text keys have a spelling of their own in Neo4j; ids and days are never touched by it. */
function readPosition(list: List, count: number): (string | number | null)[] {
  return list
    .slice(0, count)
    .map((key) => (typeof key === 'string' ? unspellKey(key) : (key as number | null)));
}

function readTotal(total: unknown): number | null {
  return typeof total === 'number' ? total : null;
}

function readNode(raw: unknown, select: NodeSelection, types: readonly NodeType[] | null): NodeTree {
  const reading = startReading(raw);
  const type = onlyType(types) ?? typeAmong(next<readonly string[]>(reading));
  const node: GraphNode = {
    id: next(reading),
    type,
    version: next(reading),
    disputed: next(reading),
    properties: readProperties(reading, nodeProperties(select)) as GraphNode['properties'],
  };
  return {
    node,
    evidence: select.evidence && readEvidence(next(reading), select.evidence),
    statements: select.statements && readStatements(next(reading), select.statements),
    counts: select.counts ? readCounts(next(reading)) : null,
    branches: readBranches(reading, select.branches, node),
  };
}

function readBranches(
  reading: Reading,
  branches: readonly Branch[],
  node: GraphNode,
): ReadonlyMap<string, Page<BranchItem>> {
  const pages = new Map<string, Page<BranchItem>>();
  for (const branch of branches) {
    const items = readsItems(branch) ? next<readonly List[]>(reading) : [];
    const total = branch.countTotal ? readTotal(next(reading)) : null;
    if (!branch.onTypes.includes(node.type)) continue;
    pages.set(branch.key, pageOf(readItems(items, branch, node.id), branch.page, total));
  }
  return pages;
}

function readItems(items: readonly List[], branch: Branch, parent: NodeId): BranchItem[] {
  const { relationship: select, node: selectNode, follow } = branch;
  const [first] = follow;
  if (!select || !first) return [];
  const layout = layoutOf(branch);
  return items.map((item) => {
    const reading: Reading = { list: item, at: layout.keys };
    const direction = layout.tellsDirection ? next<Direction>(reading) : first.direction;
    const type = layout.tellsType ? next<RelationshipType>(reading) : first.relationship;
    const place = next(reading);
    const node = selectNode && readNode(place, selectNode, layout.farTypes);
    const far = node ? node.node.id : (place as NodeId);
    const isOut = direction === 'out';
    const relationship = readOwn(reading, select, type, isOut ? parent : far, isOut ? far : parent);
    const position = readPosition(item, layout.keys);
    position.push(far, relationship.relationship.id);
    return { position, relationship, direction, node };
  });
}

/** A relationship from its id on, whose type and ends are known. */
function readOwn(
  reading: Reading,
  select: RelationshipSelection,
  type: RelationshipType,
  from: NodeId,
  to: NodeId,
): RelationshipTree {
  const relationship: GraphRelationship = {
    id: next(reading),
    type,
    from,
    to,
    version: next(reading),
    disputed: next(reading),
    properties: readProperties(reading, relationshipProperties(select)),
  };
  return {
    relationship,
    evidence: select.evidence && readEvidence(next(reading), select.evidence),
    statements: select.statements && readStatements(next(reading), select.statements),
    from: select.from && readNode(next(reading), select.from, null),
    to: select.to && readNode(next(reading), select.to, null),
  };
}

function readRelationship(raw: unknown, select: RelationshipSelection): RelationshipTree {
  const reading = startReading(raw);
  const type = next<RelationshipType>(reading);
  const from = next<NodeId>(reading);
  return readOwn(reading, select, type, from, next(reading));
}

function readProperties(
  reading: Reading,
  properties: readonly ListedProperty[],
): Record<string, PropertyValue> {
  const values: Record<string, PropertyValue> = {};
  for (const { name, kind, columns } of properties) {
    const value =
      columns.length === 1
        ? next<PropertyValue | null>(reading)
        : valueOfColumns(
            kind,
            columns.map(() => next(reading)),
          );
    if (value !== null && value !== undefined) values[name] = value;
  }
  return values;
}

function readEvidence(raw: unknown, select: EvidenceSelection): readonly EvidenceTree[] {
  return (raw as readonly List[])
    .map((columns) => {
      const document = select.document ? columns[evidenceColumns.length] : null;
      return {
        evidence: listToEvidence(columns),
        document: select.document && document ? readNode(document, select.document, null) : null,
      };
    })
    .sort((a, b) => compareIds(a.evidence.id, b.evidence.id));
}

function readStatements(raw: unknown, select: StatementSelection): readonly StatementTree[] {
  return (raw as readonly List[])
    .map((columns) => ({
      statement: listToStatement(columns),
      evidence: select.evidence && readEvidence(columns[statementColumns.length], select.evidence),
    }))
    .sort(
      ({ statement: a }, { statement: b }) =>
        compareIds(a.property, b.property) ||
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        compareIds(a.id, b.id),
    );
}

function listToEvidence([id, of, document, basis, locator, words, explanation]: List): Evidence {
  return { id, of, document, basis, locator, words, explanation } as Evidence;
}

function listToStatement([id, of, property, value, standing, reason]: List): Statement {
  return { id, of, property, value, standing, reason } as Statement;
}

/** Ids and names of properties are ASCII, so the order by UTF-16 unit is that by code point. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In the order of the table of types, outgoing before incoming. */
function readCounts(raw: unknown): readonly RelationshipCount[] {
  const counts = (raw as [string, Direction, number, number][]).flatMap(
    ([type, direction, relationships, neighbours]) =>
      isRelationshipType(type) ? [{ relationship: type, direction, relationships, neighbours }] : [],
  );
  const place = ({ relationship, direction }: RelationshipCount) =>
    2 * relationshipTypeNames.indexOf(relationship) + (direction === 'out' ? 0 : 1);
  return counts.sort((a, b) => place(a) - place(b));
}

function readSupport(raw: List, plan: Extract<ReadPlan, { kind: 'supports' }>): SupportTree {
  const [position, evidence, statement, node, relationship] = raw as [
    Position,
    List,
    List | null,
    unknown,
    unknown,
  ];
  const read = listToEvidence(evidence);
  return {
    position,
    evidence: read,
    supports: read.of,
    statement: statement && listToStatement(statement),
    node: plan.node && node ? readNode(node, plan.node, null) : null,
    relationship:
      plan.relationship && relationship ? readRelationship(relationship, plan.relationship) : null,
  };
}
