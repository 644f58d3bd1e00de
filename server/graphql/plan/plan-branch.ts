import type { NodeType } from '../../../schema/node-types.ts';
import { type RelationshipType, relationshipPropertiesOf } from '../../../schema/relationship-types.ts';
import type { NodeWhere, Order, RelationshipWhere } from '../../store/node-query.ts';
import type { Branch, RelationshipSelection } from '../../store/read-plan.ts';
import { fingerprintOf } from '../lists/cursor.ts';
import { byName, readOrder } from '../lists/order-inputs.ts';
import { readPage } from '../lists/page-arguments.ts';
import { allOf, readNodeWhere, readRelationshipWhere } from '../lists/read-where.ts';
import type { Ask, BranchNeed } from './reads.ts';

/** Reads of a relationship what always comes and nothing more. */
export const bareRelationship: RelationshipSelection = {
  properties: [],
  evidence: null,
  statements: null,
  from: null,
  to: null,
};

/** What tells one list of relationships from another: a cursor is bound to it. */
export interface RelationshipList {
  readonly follow: Branch['follow'];
  readonly where: NodeWhere | null;
  readonly relationshipWhere: RelationshipWhere | null;
  readonly order: Order;
}

/** The list that these arguments ask for, of relationships that end at nodes of `farTypes`. */
export function readRelationshipList(
  args: Ask['args'],
  follow: Branch['follow'],
  farTypes: readonly NodeType[],
  order: Order = byName,
): RelationshipList {
  const { farTypes: only } = args;
  const type: NodeWhere | null = Array.isArray(only)
    ? { kind: 'type', in: only as readonly NodeType[] }
    : null;
  return {
    follow,
    where: allOf(type, readNodeWhere(args.where, farTypes)),
    relationshipWhere: readRelationshipWhere(args.relationship),
    order: readOrder(args.orderBy, order),
  };
}

/** The branch behind a connection: only what is selected of it, and no record at all for a bare total. */
export function planConnection(ask: Ask, list: RelationshipList): BranchNeed {
  const page = readPage(ask.args, () => fingerprintOf(list));
  const readsItems = ask.selects('edges') || ask.selects('nodes') || ask.selects('pageInfo');
  const branch: Branch = {
    ...list,
    key: ask.path,
    onTypes: ask.onTypes,
    page: readsItems ? page : { ...page, limit: 0 },
    countTotal: ask.selects('totalCount'),
    relationship: readsItems ? (ask.relationships(['edges']) ?? bareRelationship) : null,
    node: ask.nodes(['edges', 'node'], ['nodes']),
  };
  return { properties: [], branches: [branch] };
}

/** A list is short enough to be read whole where it must be ordered after it was read. */
const WHOLE_LIMIT = 500;

/** The branch of posts on a day: their dates are read too, and all of them, since certainty orders them. */
export function planPosts(
  ask: Ask,
  list: RelationshipList,
  relationship: RelationshipSelection | null,
): Omit<Branch, 'node'> {
  const selected = relationship ?? bareRelationship;
  const dates = relationshipPropertiesOf('HOLDS_POST').filter(
    (name) => name === 'from' || name === 'to' || name === 'attestedOn' || selected.properties.includes(name),
  );
  return {
    ...list,
    key: ask.path,
    onTypes: ask.onTypes,
    page: { direction: 'forward', limit: WHOLE_LIMIT, from: null },
    countTotal: false,
    relationship: { ...selected, properties: dates },
  };
}

/** Every relationship type and direction as the store follows it. */
export function followOf(relationship: RelationshipType, direction: 'out' | 'in'): Branch['follow'] {
  return [{ relationship, direction }];
}
