import type { PageRequest, Position } from '../../../server/store/node-query.ts';
import type {
  Branch,
  EvidenceSelection,
  EvidenceTree,
  NodeSelection,
  NodeTree,
  Page,
  ReadAnswer,
  ReadPlan,
  RelationshipSelection,
  RelationshipTree,
} from '../../../server/store/read-plan.ts';

/**
 * The same plan with every page moved on: it begins at a position that the answer gave for it, wherever there is
 * one, and `turn` walks the other way from there. `pick` chooses among the items.
 */
export function continuePages(plan: ReadPlan, answer: ReadAnswer, pick: number, turn: boolean): ReadPlan {
  const walker = { pick, turn };
  switch (plan.kind) {
    case 'nodesById':
      return answer.kind === plan.kind
        ? { ...plan, select: onNodes(plan.select, answer.nodes, walker) }
        : plan;
    case 'relationshipsById':
      return answer.kind === plan.kind
        ? { ...plan, select: onRelationships(plan.select, answer.relationships, walker) }
        : plan;
    case 'nodes': {
      if (answer.kind !== plan.kind) return plan;
      const nodes = answer.page.items.map(({ node }) => node);
      const select = plan.select && onNodes(plan.select, nodes, walker);
      return { ...plan, page: onPage(plan.page, [answer.page], walker), select };
    }
    case 'supports': {
      if (answer.kind !== plan.kind) return plan;
      const nodes = answer.page.items.flatMap(({ node }) => node ?? []);
      const relationships = answer.page.items.flatMap(({ relationship }) => relationship ?? []);
      return {
        ...plan,
        page: onPage(plan.page, [answer.page], walker),
        node: plan.node && onNodes(plan.node, nodes, walker),
        relationship: plan.relationship && onRelationships(plan.relationship, relationships, walker),
      };
    }
  }
}

interface Walker {
  readonly pick: number;
  readonly turn: boolean;
}

function onPage(
  page: PageRequest,
  answers: readonly Page<{ readonly position: Position }>[],
  { pick, turn }: Walker,
): PageRequest {
  const items = answers.flatMap((answer) => answer.items);
  const from = items[pick % Math.max(1, items.length)]?.position ?? null;
  const turned = page.direction === 'forward' ? 'backward' : 'forward';
  return { ...page, from, direction: turn ? turned : page.direction };
}

function onNodes(select: NodeSelection, trees: readonly NodeTree[], walker: Walker): NodeSelection {
  const evidence = trees.flatMap((tree) => tree.evidence ?? []);
  return {
    ...select,
    evidence: onEvidence(select.evidence, evidence, walker),
    branches: select.branches.map((branch) => onBranch(branch, trees, walker)),
  };
}

function onBranch(branch: Branch, parents: readonly NodeTree[], walker: Walker): Branch {
  const pages = parents.flatMap(({ branches }) => branches.get(branch.key) ?? []);
  const items = pages.flatMap((page) => page.items);
  return {
    ...branch,
    page: onPage(branch.page, pages, walker),
    relationship:
      branch.relationship &&
      onRelationships(
        branch.relationship,
        items.map(({ relationship }) => relationship),
        walker,
      ),
    node:
      branch.node &&
      onNodes(
        branch.node,
        items.flatMap(({ node }) => node ?? []),
        walker,
      ),
  };
}

function onRelationships(
  select: RelationshipSelection,
  trees: readonly RelationshipTree[],
  walker: Walker,
): RelationshipSelection {
  const ends = (side: 'from' | 'to') => trees.flatMap((tree) => tree[side] ?? []);
  const evidence = trees.flatMap((tree) => tree.evidence ?? []);
  return {
    ...select,
    evidence: onEvidence(select.evidence, evidence, walker),
    from: select.from && onNodes(select.from, ends('from'), walker),
    to: select.to && onNodes(select.to, ends('to'), walker),
  };
}

function onEvidence(
  select: EvidenceSelection | null,
  trees: readonly EvidenceTree[],
  walker: Walker,
): EvidenceSelection | null {
  if (!select?.document) return select;
  const documents = trees.flatMap(({ document }) => document ?? []);
  return { document: onNodes(select.document, documents, walker) };
}
