import type { NodeType } from '../../../schema/node-types.ts';
import type { PartialDate } from '../../../schema/partial-date.ts';
import type { PostCertainty } from '../../../schema/post-on-day.ts';
import { postsOnDay } from '../../../schema/posts-on-day.ts';
import {
  type RelationshipField,
  relationshipFieldsOf,
  relationshipPropertiesOf,
} from '../../../schema/relationship-types.ts';
import type { BranchItem, NodeTree } from '../../store/read-plan.ts';
import { PostCertaintyEnum } from '../enums.ts';
import { fail } from '../failures.ts';
import {
  addConnection,
  type ConnectionRefs,
  type ListView,
  present,
  viewList,
} from '../lists/connections.ts';
import { orderInputOf } from '../lists/order-inputs.ts';
import { pageArguments } from '../lists/page-arguments.ts';
import { nodeWhereOf, relationshipWhereOf } from '../lists/where-inputs.ts';
import {
  bareRelationship,
  followOf,
  planConnection,
  planPosts,
  type RelationshipList,
  readRelationshipList,
} from '../plan/plan-branch.ts';
import { keyOfPath } from '../plan/plan-read.ts';
import { type Ask, type BranchNeed, type Read, reads } from '../plan/reads.ts';
import { refOfTypes } from '../refs.ts';
import { stemOf } from '../type-names.ts';
import type { FieldMaker } from './expose-properties.ts';
import { relationshipFields } from './relationship-facts.ts';

/** A relationship as an edge shows it; `certainty` is filled where a day is asked about. */
type Item = BranchItem & { readonly certainty?: PostCertainty };

/** One field of the table with its GraphQL types and its reading, shared by all node types that have it. */
interface FieldShape {
  readonly refs: ConnectionRefs<Item>;
  readonly read: Read;
  readonly edgeRead: Read;
}

type AnyField = ReturnType<FieldMaker<NodeTree>['field']>;

const shapes = new Map<string, FieldShape>();

/** The fields that follow the relationships of a node type, by the names of the table. */
export function relationshipFieldsOfNode(t: FieldMaker<NodeTree>, type: NodeType) {
  return Object.fromEntries(
    relationshipFieldsOf(type).flatMap((field): (readonly [string, AnyField])[] =>
      field.single ? singleFields(t, field) : [[field.field, connectionField(t, field)]],
    ),
  );
}

/** One of them, for an interface whose types all have it. */
export function connectionField(t: FieldMaker<NodeTree>, field: RelationshipField) {
  const { refs, read } = shapeOf(field);
  const isPost = field.relationship === 'HOLDS_POST';
  return t.field({
    type: refs.connection,
    args: {
      ...pageArguments(t.arg),
      where: t.arg({ type: nodeWhereOf(field.farTypes) }),
      relationship: t.arg({
        type: relationshipWhereOf(field.relationship),
      }),
      orderBy: t.arg({ type: [orderInputOf(field.farTypes)] }),
      ...(isPost && {
        on: t.arg({
          type: 'EDTF',
          description: 'Only posts that may have been held then, surest first; without cursors.',
        }),
      }),
    },
    ...reads(read),
    resolve: (tree, args, _context, info): ListView<Item> => {
      const page = present(tree.branches.get(keyOfPath(info.path)));
      const day = dayOf(args);
      return day ? viewPosts(page.items, day) : viewList(page, listOf(field, args));
    },
  });
}

/** A node where there is one at most, and beside it the relationship to it with what that rests on. */
function singleFields(t: FieldMaker<NodeTree>, field: RelationshipField): (readonly [string, AnyField])[] {
  const { refs, read, edgeRead } = shapeOf(field);
  const node = t.field({
    type: refOfTypes(field.farTypes),
    nullable: true,
    ...reads(read),
    resolve: (tree, _args, _context, info) =>
      present(tree.branches.get(keyOfPath(info.path))).items[0]?.node ?? null,
  });
  const edge = t.field({
    type: refs.edge,
    nullable: true,
    description: `The relationship behind \`${field.field}\`, with its evidence.`,
    ...reads(edgeRead),
    resolve: (tree, args, _context, info) => {
      const page = present(tree.branches.get(keyOfPath(info.path)));
      const [item] = page.items;
      return item ? { item, cursorOf: viewList<Item>(page, listOf(field, args)).cursorOf } : null;
    },
  });
  return [
    [field.field, node],
    [`${field.field}Edge`, edge],
  ];
}

function shapeOf(field: RelationshipField): FieldShape {
  const name = stemOf(field);
  const known = shapes.get(name);
  if (known) return known;
  const properties = relationshipPropertiesOf(field.relationship);
  const refs = addConnection<Item, NodeTree>({
    name,
    says: `Relationships ${field.relationship}, read from the ${field.direction === 'out' ? 'start' : 'end'}. \`where\` is about the far end, \`relationship\` about the relationship itself.`,
    node: refOfTypes(field.farTypes),
    nodeOf: ({ node }) => node,
    cursorsMayMiss: field.relationship === 'HOLDS_POST',
    edgeFields: (t) => ({
      ...relationshipFields(t, {
        treeOf: ({ item }) => item.relationship,
        properties,
        directionOf: ({ item }) => item.direction,
      }),
      ...(field.relationship === 'HOLDS_POST' && {
        certainty: t.field({
          type: PostCertaintyEnum,
          nullable: true,
          description: 'How sure it is that the post was held on the day that `on` names.',
          resolve: ({ item }) => item.certainty ?? null,
        }),
      }),
    }),
  });
  const shape: FieldShape = {
    refs,
    read: {
      kind: 'branches',
      plan: (ask) => (field.single ? planSingle(ask, listOf(field, {}), false) : planField(ask, field)),
    },
    edgeRead: { kind: 'branches', plan: (ask) => planSingle(ask, listOf(field, {}), true) },
  };
  shapes.set(name, shape);
  return shape;
}

function planField(ask: Ask, field: RelationshipField): BranchNeed {
  const list = listOf(field, ask.args);
  if (!dayOf(ask.args)) return planConnection(ask, list);
  const branch = planPosts(ask, list, ask.relationships(['edges']));
  return { properties: [], branches: [{ ...branch, node: ask.nodes(['edges', 'node'], ['nodes']) }] };
}

function planSingle(ask: Ask, list: RelationshipList, isEdge: boolean): BranchNeed {
  return {
    properties: [],
    branches: [
      {
        ...list,
        key: ask.path,
        onTypes: ask.onTypes,
        page: { direction: 'forward', limit: 1, from: null },
        countTotal: false,
        relationship: (isEdge ? ask.relationships([]) : null) ?? bareRelationship,
        node: isEdge ? ask.nodes(['node']) : ask.nodes([]),
      },
    ],
  };
}

function listOf(field: RelationshipField, args: Ask['args']): RelationshipList {
  return readRelationshipList(args, followOf(field.relationship, field.direction), field.farTypes);
}

function dayOf(args: Ask['args']): PartialDate | null {
  const { on = null, after = null, before = null } = args;
  if (on && (after ?? before))
    fail('BAD_ARGUMENT', 'Posts on a day come in the order of certainty, without cursors.');
  return on as PartialDate | null;
}

function viewPosts(items: readonly Item[], day: PartialDate): ListView<Item> {
  const found = postsOnDay(items, ({ relationship }) => relationship.relationship.properties, day);
  return {
    page: {
      items: found.map(({ post, certainty }) => ({ ...post, certainty })),
      hasNext: false,
      hasPrevious: false,
      totalCount: found.length,
    },
    cursorOf: () => null,
  };
}
