import { type NodeId, parseNodeId } from '../../schema/ids.ts';
import type { FacetQuestion, GraphStore } from '../store/graph-store.ts';
import type { CommonWhere, NodeWhere, RelationshipWhere } from '../store/node-query.ts';
import type {
  Branch,
  EvidenceSelection,
  NodeSelection,
  ReadPlan,
  RelationshipSelection,
} from '../store/read-plan.ts';

/**
 * The store, but for filters: an id in them that was merged means its survivor, as it does where records are looked up
 * by id. The store is asked about merges only where a filter names ids, once for a plan.
 */
export function followMergedIds(store: GraphStore): GraphStore {
  const follow = async <Asked>(asked: Asked, swapIn: (asked: Asked, swap: Swap) => Asked): Promise<Asked> => {
    const ids = new Set<NodeId>();
    swapIn(asked, (id) => {
      const node = parseNodeId(id);
      if (node) ids.add(node);
      return id;
    });
    const survivors: ReadonlyMap<string, NodeId> = ids.size > 0 ? await store.survivors([...ids]) : new Map();
    return survivors.size > 0 ? swapIn(asked, (id) => survivors.get(id) ?? id) : asked;
  };
  return {
    ...store,
    read: async (plan, options) => store.read(await follow(plan, inPlan), options),
    facets: async (question, options) => store.facets(await follow(question, inFacets), options),
  };
}

/** What stands in the place of an id. */
type Swap = (id: string) => string;

function inPlan<Plan extends ReadPlan>(plan: Plan, swap: Swap): Plan {
  switch (plan.kind) {
    case 'nodes':
      return { ...plan, where: inNodeWhere(plan.where, swap), select: inNode(plan.select, swap) };
    case 'nodesById':
      return { ...plan, select: inNode(plan.select, swap) };
    case 'relationshipsById':
      return { ...plan, select: inRelationship(plan.select, swap) };
    case 'supports':
      return {
        ...plan,
        node: inNode(plan.node, swap),
        relationship: inRelationship(plan.relationship, swap),
      };
    default:
      return plan;
  }
}

function inFacets(question: FacetQuestion, swap: Swap): FacetQuestion {
  const { ids, where } = question;
  return { ...question, ids: ids && inIds(ids, swap), where: inNodeWhere(where, swap) };
}

/** Selections that name no id, which most are: they are looked through once, and stay the objects that they are. */
const withoutIds = new WeakSet<object>();

/** The selection with its ids swapped; itself where it names none. */
function unlessPlain<Select extends object | null>(
  select: Select,
  swap: Swap,
  inside: (select: Select & object, swap: Swap) => Select,
): Select {
  if (!select || withoutIds.has(select)) return select;
  let named = false;
  const swapped = inside(select, (id) => {
    named = true;
    return swap(id);
  });
  if (!named) withoutIds.add(select);
  return named ? swapped : select;
}

function inNode<Select extends NodeSelection | null>(whole: Select, given: Swap): Select {
  return unlessPlain(whole, given, (select, swap) => {
    const branches = select.branches.map(
      (branch): Branch => ({
        ...branch,
        where: inNodeWhere(branch.where, swap),
        relationshipWhere: inRelationshipWhere(branch.relationshipWhere, swap),
        node: inNode(branch.node, swap),
        relationship: inRelationship(branch.relationship, swap),
      }),
    );
    return { ...select, ...inSupport(select, swap), branches };
  });
}

function inRelationship<Select extends RelationshipSelection | null>(whole: Select, given: Swap): Select {
  return unlessPlain(whole, given, (select, swap) => {
    const ends = { from: inNode(select.from, swap), to: inNode(select.to, swap) };
    return { ...select, ...inSupport(select, swap), ...ends };
  });
}

function inSupport(
  { evidence, statements }: Pick<NodeSelection, 'evidence' | 'statements'>,
  swap: Swap,
): Pick<NodeSelection, 'evidence' | 'statements'> {
  const inEvidence = (select: EvidenceSelection | null) =>
    select && { document: inNode(select.document, swap) };
  return {
    evidence: inEvidence(evidence),
    statements: statements && { evidence: inEvidence(statements.evidence) },
  };
}

function inNodeWhere(where: NodeWhere | null, swap: Swap): NodeWhere | null {
  const each = (one: NodeWhere): NodeWhere => {
    switch (one.kind) {
      case 'and':
      case 'or':
        return { ...one, of: one.of.map(each) };
      case 'not':
        return { ...one, of: each(one.of) };
      case 'related':
        return { ...one, node: one.node && each(one.node), self: inRelationshipWhere(one.self, swap) };
      case 'type':
      case 'property':
        return one;
      default:
        return inCommon(one, swap);
    }
  };
  return where && each(where);
}

function inRelationshipWhere(where: RelationshipWhere | null, swap: Swap): RelationshipWhere | null {
  const each = (one: RelationshipWhere): RelationshipWhere => {
    switch (one.kind) {
      case 'and':
      case 'or':
        return { ...one, of: one.of.map(each) };
      case 'not':
        return { ...one, of: each(one.of) };
      case 'type':
      case 'property':
        return one;
      default:
        return inCommon(one, swap);
    }
  };
  return where && each(where);
}

function inCommon(where: CommonWhere, swap: Swap): CommonWhere {
  if (where.kind === 'id') return { ...where, in: inIds(where.in, swap) };
  if (where.kind === 'evidence' && where.test.kind === 'document')
    return { ...where, test: { ...where.test, in: inIds(where.test.in, swap) } };
  return where;
}

/** Each id once: a node and one that was merged into it are the same. */
function inIds<Id extends string>(ids: readonly Id[], swap: Swap): readonly Id[] {
  return [...new Set(ids.map((id) => swap(id) as Id))];
}
