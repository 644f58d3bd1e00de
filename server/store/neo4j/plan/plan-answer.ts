import type { NodeId } from '../../../../schema/ids.ts';
import { isRelationshipType } from '../../../../schema/parse-record.ts';
import { standings } from '../../../../schema/records.ts';
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
import { type Row, rowToEvidence, rowToNode, rowToRelationship, rowToStatement } from '../values.ts';

/*
 * The trees as `selection-to-cypher.ts` writes them. Neo4j cannot say in types what a list holds, so each function
 * here names the form of what it takes apart, and nothing else trusts it.
 */
type RawPage = readonly (readonly unknown[])[] | null;

/** The answer that the rows of the plan's query come to. */
export function planAnswer(plan: ReadPlan, rows: readonly Row[]): ReadAnswer {
  const [first] = rows;
  switch (plan.kind) {
    case 'nodesById': {
      const trees = rows.map(({ tree }) => readNode(tree, plan.select));
      return { kind: plan.kind, nodes: inOrderOf(plan.ids, trees, ({ node }) => node.id) };
    }
    case 'relationshipsById': {
      const trees = rows.map(({ tree }) => readRelationship(tree, plan.select));
      const relationships = inOrderOf(plan.ids, trees, ({ relationship }) => relationship.id);
      return { kind: plan.kind, relationships };
    }
    case 'nodes': {
      const { select } = plan;
      const items = ((first?.page ?? []) as [Position, unknown][]).flatMap(([keys, tree]) =>
        select ? [{ position: readPosition(keys), node: readNode(tree, select) }] : [],
      );
      return { kind: plan.kind, page: pageOf(items, plan.page, readTotal(first?.total)) };
    }
    case 'supports': {
      const items = ((first?.page ?? []) as unknown[][]).map((item) => readSupport(item, plan));
      return { kind: plan.kind, page: pageOf(items, plan.page, readTotal(first?.total)) };
    }
  }
}

/** The id of the node that a row of a plan of nodes by id brings. */
export function idOfNodeRow({ tree }: Row): string {
  const [, properties] = tree as readonly [readonly string[], Row, ...unknown[]];
  return properties.id as string;
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
function readPosition(keys: Position): Position {
  return keys.map((key) => (typeof key === 'string' ? unspellKey(key) : key));
}

function readTotal(total: unknown): number | null {
  return typeof total === 'number' ? total : null;
}

function readNode(raw: unknown, select: NodeSelection): NodeTree {
  const [labels, properties, evidence, statements, counts, branches] = raw as [
    readonly string[],
    Row,
    unknown,
    unknown,
    unknown,
    readonly [RawPage, unknown][],
  ];
  const node = rowToNode(labels, properties);
  const pages = select.branches.flatMap((branch, index) => {
    const [page, total] = branches[index] ?? [null, null];
    return branch.onTypes.includes(node.type) ? [[branch.key, readBranch(page, total, branch)] as const] : [];
  });
  return {
    node,
    evidence: select.evidence && readEvidence(evidence, select.evidence),
    statements: select.statements && readStatements(statements, select.statements),
    counts: select.counts ? readCounts(counts) : null,
    branches: new Map(pages),
  };
}

function readBranch(page: RawPage, total: unknown, branch: Branch): Page<BranchItem> {
  const items = (page ?? []).flatMap((item): BranchItem[] => {
    if (!branch.relationship) return [];
    const [keys, relationship, direction, node] = item as [Position, unknown, Direction, unknown];
    return [
      {
        position: readPosition(keys),
        relationship: readRelationship(relationship, branch.relationship),
        direction,
        node: branch.node && readNode(node, branch.node),
      },
    ];
  });
  return pageOf(items, branch.page, readTotal(total));
}

function readRelationship(raw: unknown, select: RelationshipSelection): RelationshipTree {
  const [type, start, end, properties, evidence, statements, from, to] = raw as [
    RelationshipType,
    NodeId,
    NodeId,
    Row,
    ...unknown[],
  ];
  return {
    relationship: rowToRelationship(type, start, end, properties),
    evidence: select.evidence && readEvidence(evidence, select.evidence),
    statements: select.statements && readStatements(statements, select.statements),
    from: select.from && readNode(from, select.from),
    to: select.to && readNode(to, select.to),
  };
}

function readEvidence(raw: unknown, select: EvidenceSelection): readonly EvidenceTree[] {
  return (raw as [Row, unknown][])
    .map(([evidence, document]) => ({
      evidence: rowToEvidence(evidence),
      document: select.document && document ? readNode(document, select.document) : null,
    }))
    .sort((a, b) => compareIds(a.evidence.id, b.evidence.id));
}

function readStatements(raw: unknown, select: StatementSelection): readonly StatementTree[] {
  return (raw as [Row, unknown][])
    .map(([statement, evidence]) => ({
      statement: rowToStatement(statement),
      evidence: select.evidence && readEvidence(evidence, select.evidence),
    }))
    .sort(
      ({ statement: a }, { statement: b }) =>
        compareIds(a.property, b.property) ||
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        compareIds(a.id, b.id),
    );
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

function readSupport(raw: readonly unknown[], plan: Extract<ReadPlan, { kind: 'supports' }>): SupportTree {
  const [position, evidence, statement, node, relationship] = raw as [
    Position,
    Row,
    Row | null,
    unknown,
    unknown,
  ];
  const read = rowToEvidence(evidence);
  return {
    position,
    evidence: read,
    supports: read.of,
    statement: statement && rowToStatement(statement),
    node: plan.node && node ? readNode(node, plan.node) : null,
    relationship:
      plan.relationship && relationship ? readRelationship(relationship, plan.relationship) : null,
  };
}
