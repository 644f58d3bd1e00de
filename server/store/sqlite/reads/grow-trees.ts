import type { NodeId, RelationshipId } from '../../../../schema/ids.ts';
import type { GraphRelationship } from '../../../../schema/records.ts';
import type {
  BranchItem,
  EvidenceSelection,
  EvidenceTree,
  NodeSelection,
  NodeTree,
  Page,
  RelationshipSelection,
  RelationshipTree,
  StatementSelection,
  StatementTree,
} from '../../read-plan.ts';
import { evidenceColumns, evidenceOf, selectList, statementColumns, statementOf } from '../values.ts';
import { countRelationships } from './count-relationships.ts';
import { findNodes, findRelationships } from './find-records.ts';
import { listBranch } from './list-branch.ts';
import { type FoundNode, groupBy, listOf, type Reading } from './reading.ts';

/** What a selection asks for beside the nodes' own properties; by `pk`, a node that is given twice once. */
export function growNodes(
  reading: Reading,
  found: readonly FoundNode[],
  select: NodeSelection,
): ReadonlyMap<number, NodeTree> {
  const nodes = [...new Map(found.map((one) => [one.pk, one])).values()];
  if (nodes.length === 0) return new Map();
  reading.check();
  const ids = nodes.map(({ node }) => node.id);
  const evidence = select.evidence && readEvidence(reading, ids, select.evidence);
  const statements = select.statements && readStatements(reading, ids, select.statements);
  const counts = select.counts ? countRelationships(reading, nodes) : null;
  const branches = new Map<number, Map<string, Page<BranchItem>>>(nodes.map(({ pk }) => [pk, new Map()]));
  for (const branch of select.branches) {
    const parents = nodes.filter(({ node }) => branch.onTypes.includes(node.type));
    if (parents.length === 0) continue;
    const pages = growBranch(reading, parents, branch);
    for (const { pk } of parents) {
      const page = pages.get(pk);
      if (page) branches.get(pk)?.set(branch.key, page);
    }
  }
  return new Map(
    nodes.map(({ pk, node }) => [
      pk,
      {
        node,
        evidence: evidence && (evidence.get(node.id) ?? []),
        statements: statements && (statements.get(node.id) ?? []),
        counts: counts && (counts.get(pk) ?? []),
        branches: branches.get(pk) ?? new Map(),
      },
    ]),
  );
}

/** The pages of a branch, by the `pk` of the parent, with everything below them. */
function growBranch(
  reading: Reading,
  parents: readonly FoundNode[],
  branch: NodeSelection['branches'][number],
): ReadonlyMap<number, Page<BranchItem>> {
  const pages = listBranch(reading, parents, branch);
  const { relationship: select, node: selectFar } = branch;
  const hits = [...pages.values()].flatMap(({ items }) => items);
  const relationships = select
    ? growRelationships(
        reading,
        hits.map(({ relationship }) => relationship),
        select,
      )
    : null;
  const fars = selectFar
    ? growNodes(
        reading,
        hits.flatMap(({ far }) => far ?? []),
        selectFar,
      )
    : null;
  return new Map(
    [...pages].map(([parent, page]) => {
      const items = page.items.flatMap(({ position, direction, relationship, far }): BranchItem[] => {
        const tree = relationships?.get(relationship.id);
        return tree
          ? [{ position, relationship: tree, direction, node: (far && fars?.get(far.pk)) ?? null }]
          : [];
      });
      return [parent, { ...page, items }];
    }),
  );
}

/** The trees of the nodes that are there, by id. */
export function readNodesById(
  reading: Reading,
  ids: readonly NodeId[],
  select: NodeSelection,
): ReadonlyMap<NodeId, NodeTree> {
  const trees = growNodes(reading, findNodes(reading, ids, select.properties), select);
  return new Map([...trees.values()].map((tree) => [tree.node.id, tree]));
}

/** As readNodesById, of relationships. */
export function readRelationshipsById(
  reading: Reading,
  ids: readonly RelationshipId[],
  select: RelationshipSelection,
): ReadonlyMap<RelationshipId, RelationshipTree> {
  return growRelationships(reading, findRelationships(reading, ids, select.properties), select);
}

/** What a selection asks for beside the relationships' own properties, by id. */
function growRelationships(
  reading: Reading,
  found: readonly GraphRelationship[],
  select: RelationshipSelection,
): ReadonlyMap<RelationshipId, RelationshipTree> {
  if (found.length === 0) return new Map();
  reading.check();
  const ids = found.map(({ id }) => id);
  const evidence = select.evidence && readEvidence(reading, ids, select.evidence);
  const statements = select.statements && readStatements(reading, ids, select.statements);
  const ends = (which: 'from' | 'to') => found.map((relationship) => relationship[which]);
  const from = select.from && readNodesById(reading, ends('from'), select.from);
  const to = select.to && readNodesById(reading, ends('to'), select.to);
  return new Map(
    found.map((relationship) => [
      relationship.id,
      {
        relationship,
        evidence: evidence && (evidence.get(relationship.id) ?? []),
        statements: statements && (statements.get(relationship.id) ?? []),
        from: from?.get(relationship.from) ?? null,
        to: to?.get(relationship.to) ?? null,
      },
    ]),
  );
}

/** The evidence of each record, by what it supports, in the order of its ids. */
function readEvidence(
  reading: Reading,
  of: readonly string[],
  select: EvidenceSelection,
): ReadonlyMap<string, readonly EvidenceTree[]> {
  const sql = `
    SELECT ${selectList('e', '', evidenceColumns)}
    FROM json_each(?1) wanted CROSS JOIN evidence e
    WHERE e.of = wanted.value
    ORDER BY e.id`;
  const found = reading.connection.all(sql, [listOf(of)]).map((row) => evidenceOf(row, ''));
  const ids = found.flatMap(({ document }) => document ?? []);
  const documents = select.document && readNodesById(reading, ids, select.document);
  const trees = found.map((evidence) => ({
    evidence,
    document: (evidence.document && documents?.get(evidence.document)) ?? null,
  }));
  return groupBy(trees, ({ evidence }) => evidence.of as string);
}

function readStatements(
  reading: Reading,
  of: readonly string[],
  select: StatementSelection,
): ReadonlyMap<string, readonly StatementTree[]> {
  const sql = `
    SELECT ${selectList('s', '', statementColumns)}
    FROM json_each(?1) wanted CROSS JOIN statement s
    WHERE s.of = wanted.value
    ORDER BY s.property, CASE s.standing WHEN 'stands' THEN 0 WHEN 'also said' THEN 1 ELSE 2 END, s.id`;
  const found = reading.connection.all(sql, [listOf(of)]).flatMap((row) => statementOf(row, '') ?? []);
  const ids = found.map(({ id }) => id);
  const evidence = select.evidence && found.length > 0 ? readEvidence(reading, ids, select.evidence) : null;
  const trees = found.map((statement) => ({
    statement,
    evidence: select.evidence && (evidence?.get(statement.id) ?? []),
  }));
  return groupBy(trees, ({ statement }) => statement.of as string);
}
