import type { NodeId } from '../../../schema/ids.ts';
import type { Evidence, GraphNode, GraphRelationship } from '../../../schema/records.ts';
import { standings } from '../../../schema/records.ts';
import { relationshipTypeNames } from '../../../schema/relationship-types.ts';
import type {
  Branch,
  BranchItem,
  EvidenceSelection,
  EvidenceTree,
  NodeListPlan,
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
} from '../../../server/store/read-plan.ts';
import { matchesNode, matchesRelationship } from './matches.ts';
import {
  findNode,
  findRelationship,
  type ModelGraph,
  nodesOf,
  ownEvidence,
  relationshipsOf,
  statementEvidence,
} from './model-graph.ts';
import { cutPage, type Placed, positionOf } from './pages.ts';

/** Runs a plan on the model, record by record. */
export function readTrees(graph: ModelGraph, plan: ReadPlan): ReadAnswer {
  switch (plan.kind) {
    case 'nodesById':
      return {
        kind: 'nodesById',
        nodes: plan.ids.flatMap((id) => {
          const node = findNode(graph, id);
          return node ? [readNode(graph, node, plan.select)] : [];
        }),
      };
    case 'relationshipsById':
      return {
        kind: 'relationshipsById',
        relationships: plan.ids.flatMap((id) => {
          const relationship = findRelationship(graph, id);
          return relationship ? [readRelationship(graph, relationship, plan.select)] : [];
        }),
      };
    case 'nodes':
      return { kind: 'nodes', page: readNodeList(graph, plan) };
    case 'supports':
      return { kind: 'supports', page: readSupports(graph, plan) };
  }
}

function readNodeList(graph: ModelGraph, plan: NodeListPlan): Extract<ReadAnswer, { kind: 'nodes' }>['page'] {
  const placed = nodesOf(graph)
    .filter((node) => plan.types.includes(node.type) && matchesNode(graph, node, plan.where))
    .map((node) => ({ position: positionOf(plan.order, node, null), item: node }));
  const { select } = plan;
  return mapPage(cutPage(placed, plan.order, plan.page, plan.countTotal), ({ position, item }) =>
    select ? [{ position, node: readNode(graph, item, select) }] : [],
  );
}

function readSupports(graph: ModelGraph, plan: Extract<ReadPlan, { kind: 'supports' }>): Page<SupportTree> {
  const placed: Placed<Evidence>[] = [...graph.values()]
    .flatMap(({ evidence }) => evidence)
    .filter(({ document }) => document === plan.document)
    .map((evidence) => ({ position: [evidence.id], item: evidence }));
  const statements = new Map(
    [...graph.values()].flatMap((group) =>
      group.statements.map((statement) => [statement.id as string, statement]),
    ),
  );
  return mapPage(cutPage(placed, [], plan.page, plan.countTotal), ({ position, item: evidence }) => {
    const statement = statements.get(evidence.of) ?? null;
    const record = statement?.of ?? evidence.of;
    const node = findNode(graph, record);
    const relationship = findRelationship(graph, record);
    return [
      {
        position,
        evidence,
        supports: evidence.of,
        statement,
        node: node && plan.node ? readNode(graph, node, plan.node) : null,
        relationship:
          relationship && plan.relationship ? readRelationship(graph, relationship, plan.relationship) : null,
      },
    ];
  });
}

function readNode(graph: ModelGraph, node: GraphNode, select: NodeSelection): NodeTree {
  const { name } = node.properties;
  return {
    node: { ...node, properties: { ...pick(node.properties, select.properties), name } },
    evidence: readEvidence(graph, ownEvidence(graph, node.id), select.evidence),
    statements: readStatements(graph, node, select.statements),
    counts: select.counts ? countRelationships(graph, node.id) : null,
    branches: new Map(
      select.branches
        .filter(({ onTypes }) => onTypes.includes(node.type))
        .map((branch) => [branch.key, readBranch(graph, node, branch)]),
    ),
  };
}

function readRelationship(
  graph: ModelGraph,
  relationship: GraphRelationship,
  select: RelationshipSelection,
): RelationshipTree {
  const [from, to] = [findNode(graph, relationship.from), findNode(graph, relationship.to)];
  return {
    relationship: { ...relationship, properties: pick(relationship.properties, select.properties) },
    evidence: readEvidence(graph, ownEvidence(graph, relationship.id), select.evidence),
    statements: readStatements(graph, relationship, select.statements),
    from: from && select.from ? readNode(graph, from, select.from) : null,
    to: to && select.to ? readNode(graph, to, select.to) : null,
  };
}

/** A relationship from a node to itself comes once where both ways are followed, as one that goes out. */
function readBranch(graph: ModelGraph, parent: GraphNode, branch: Branch): Page<BranchItem> {
  type Step = Pick<BranchItem, 'direction'> & { far: GraphNode; relationship: GraphRelationship };
  const placed: Placed<Step>[] = [];
  for (const relationship of relationshipsOf(graph)) {
    const direction = (['out', 'in'] as const).find(
      (way) =>
        branch.follow.some((step) => step.relationship === relationship.type && step.direction === way) &&
        (way === 'out' ? relationship.from : relationship.to) === parent.id,
    );
    const far = findNode(graph, direction === 'out' ? relationship.to : relationship.from);
    if (!direction || !far) continue;
    if (!matchesNode(graph, far, branch.where)) continue;
    if (!matchesRelationship(graph, relationship, branch.relationshipWhere)) continue;
    placed.push({
      position: positionOf(branch.order, far, relationship),
      item: { direction, far, relationship },
    });
  }
  const { relationship: select, node } = branch;
  return mapPage(cutPage(placed, branch.order, branch.page, branch.countTotal), ({ position, item }) =>
    select
      ? [
          {
            position,
            relationship: readRelationship(graph, item.relationship, select),
            direction: item.direction,
            node: node ? readNode(graph, item.far, node) : null,
          },
        ]
      : [],
  );
}

function readEvidence(
  graph: ModelGraph,
  evidence: readonly Evidence[],
  select: EvidenceSelection | null,
): EvidenceTree[] | null {
  if (!select) return null;
  return evidence.map((one) => {
    const document = one.document ? findNode(graph, one.document) : null;
    return {
      evidence: one,
      document: document && select.document ? readNode(graph, document, select.document) : null,
    };
  });
}

function readStatements(
  graph: ModelGraph,
  record: GraphNode | GraphRelationship,
  select: StatementSelection | null,
): StatementTree[] | null {
  if (!select) return null;
  const statements = [...(graph.get(record.id)?.statements ?? [])].sort(
    (a, b) =>
      compareText(a.property, b.property) ||
      standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
      compareText(a.id, b.id),
  );
  return statements.map((statement) => ({
    statement,
    evidence: readEvidence(graph, statementEvidence(graph, statement), select.evidence),
  }));
}

/** Only what is there is counted: in the order of the table of types, outgoing before incoming. */
function countRelationships(graph: ModelGraph, id: NodeId): RelationshipCount[] {
  const all = relationshipsOf(graph);
  return relationshipTypeNames.flatMap((relationship) =>
    (['out', 'in'] as const).flatMap((direction) => {
      const found = all.filter(
        ({ type, from, to }) => type === relationship && (direction === 'out' ? from : to) === id,
      );
      const neighbours = new Set(found.map(({ from, to }) => (direction === 'out' ? to : from))).size;
      return found.length > 0 ? [{ relationship, direction, relationships: found.length, neighbours }] : [];
    }),
  );
}

function mapPage<From, To>(page: Page<From>, map: (item: From) => readonly To[]): Page<To> {
  return { ...page, items: page.items.flatMap(map) };
}

function pick<Values extends object>(values: Values, names: readonly (keyof Values)[]): Values {
  const picked: Partial<Values> = {};
  for (const name of names) if (values[name] !== undefined) picked[name] = values[name];
  // Every property of a record's values is optional but the name, which the caller adds.
  return picked as Values;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
